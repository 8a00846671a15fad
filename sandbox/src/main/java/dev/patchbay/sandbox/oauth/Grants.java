package dev.patchbay.sandbox.oauth;

import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.state.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the accounts of one provider allowed, and the codes and tokens that follow from it. */
public final class Grants {
  private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  private final GrantRecords records;
  private final State state;
  private final String lifetimeKey;
  private final Clock clock;
  private Duration lifetime;

  public Grants(State state, String prefix, Clock clock, Duration lifetime) {
    this.records = new GrantRecords(state, prefix);
    this.state = state;
    this.lifetimeKey = prefix + "lifetime";
    this.clock = clock;
    this.lifetime = lifetime;
    state.each(
        lifetimeKey,
        (key, json) ->
            this.lifetime = Duration.ofSeconds(Json.trusted(json).get("seconds").asLong()));
  }

  public synchronized List<Consent> consents() {
    return records.consents();
  }

  public synchronized Optional<Consent> consent(String clientId, String account) {
    return records.consents().stream()
        .filter(c -> c.clientId().equals(clientId) && c.account().equals(account))
        .flatMap(c -> c.live().stream())
        .findFirst();
  }

  public synchronized Consent consent(String id) {
    return records.consent(id);
  }

  public synchronized Consent consentOf(Token token) {
    return records.consent(token.consentId());
  }

  /** Records that the account allows these scopes, adding to what it allowed before. */
  public synchronized Consent allow(String clientId, String account, Set<String> scopes) {
    Consent consent =
        consent(clientId, account)
            .map(known -> known.widened(scopes))
            .orElseGet(() -> fresh(clientId, account, scopes));
    records.keep(consent);
    return consent;
  }

  private Consent fresh(String clientId, String account, Set<String> scopes) {
    return new Consent(Secrets.next(12), clientId, account, scopes, clock.instant(), false);
  }

  /** Keeps a code that the given function completes with a fresh value and its end. */
  public synchronized AuthorizationCode issueCode(CodeMaker maker) {
    AuthorizationCode code =
        maker.make("4/0" + Secrets.next(48), clock.instant().plus(CODE_LIFETIME));
    records.keep(code);
    return code;
  }

  /** Takes a code out for good: a second use finds nothing. */
  public synchronized Optional<AuthorizationCode> takeCode(String value) {
    return records.take(value).filter(code -> clock.instant().isBefore(code.expiresAt()));
  }

  public synchronized Token issueAccess(String consentId, Set<String> scopes) {
    String value = "ya29.a0" + Secrets.next(96);
    Instant end = clock.instant().plus(lifetime);
    return issued(new Token(Token.Kind.ACCESS, value, consentId, scopes, end));
  }

  public synchronized Token issueRefresh(String consentId, Set<String> scopes) {
    String value = "1//0" + Secrets.next(64);
    return issued(new Token(Token.Kind.REFRESH, value, consentId, scopes, NEVER));
  }

  /** Keeps a token of a form that the provider makes itself. */
  public synchronized Token issue(Token token) {
    return issued(token);
  }

  private Token issued(Token token) {
    records.keep(token);
    return token;
  }

  /** The live token of that kind: known, not expired, its consent not revoked. */
  public synchronized Optional<Token> token(Token.Kind kind, String value) {
    return records
        .token(value)
        .filter(token -> token.kind() == kind && !token.expired(clock.instant()))
        .filter(token -> !consentOf(token).revoked());
  }

  /** The token, be it expired or not; empty when it is unknown or its consent revoked. */
  public synchronized Optional<Token> known(String value) {
    return records.token(value).filter(token -> !consentOf(token).revoked());
  }

  /** Takes a live token out for good: a second use finds nothing. */
  public synchronized Optional<Token> take(Token.Kind kind, String value) {
    Optional<Token> taken = token(kind, value);
    taken.ifPresent(records::drop);
    return taken;
  }

  /** Ends the consent that a token belongs to; empty when the token is unknown or ended before. */
  public synchronized Optional<Consent> revoke(String tokenValue) {
    Optional<Consent> live = records.token(tokenValue).map(this::consentOf).flatMap(Consent::live);
    live.ifPresent(this::end);
    return live;
  }

  /** Ends the live consents that the test picks; answers how many. */
  public synchronized int revokeOf(Predicate<Consent> which) {
    List<Consent> live =
        records.consents().stream().filter(c -> !c.revoked() && which.test(c)).toList();
    live.forEach(this::end);
    return live.size();
  }

  private void end(Consent consent) {
    records.keep(consent.ended());
    records.tokens().stream()
        .filter(token -> token.consentId().equals(consent.id()))
        .forEach(records::drop);
  }

  /** Makes access tokens run out now, so that the next call has to refresh. */
  public synchronized int expireAccess(Predicate<Consent> which) {
    List<Token> hit =
        records.tokens().stream()
            .filter(token -> token.kind() == Token.Kind.ACCESS)
            .filter(token -> !token.expired(clock.instant()) && which.test(consentOf(token)))
            .toList();
    hit.forEach(token -> records.keep(token.expiring(clock.instant())));
    return hit.size();
  }

  public synchronized Duration lifetime() {
    return lifetime;
  }

  public synchronized void lifetime(Duration ofNewTokens) {
    lifetime = ofNewTokens;
    state.put(lifetimeKey, Json.object().put("seconds", ofNewTokens.toSeconds()));
  }

  /** Completes a code. */
  @FunctionalInterface
  public interface CodeMaker {
    AuthorizationCode make(String value, Instant expiresAt);
  }
}
