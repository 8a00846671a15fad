package dev.patchbay.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.state.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Consents, codes and tokens of one provider, kept over restarts. */
public final class Grants {
  private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  private final Map<String, Consent> consents = new LinkedHashMap<>();
  private final Map<String, AuthorizationCode> codes = new LinkedHashMap<>();
  private final Map<String, Token> tokens = new LinkedHashMap<>();
  private final State state;
  private final String prefix;
  private final Clock clock;
  private Duration lifetime;

  public Grants(State state, String prefix, Clock clock, Duration lifetime) {
    this.state = state;
    this.prefix = prefix;
    this.clock = clock;
    this.lifetime = lifetime;
    load("consent/", Consent::of, consent -> consents.put(consent.id(), consent));
    load("code/", AuthorizationCode::of, code -> codes.put(code.value(), code));
    load("token/", Token::of, token -> tokens.put(token.value(), token));
    state.each(prefix + "lifetime", (key, json) -> this.lifetime = seconds(Json.trusted(json)));
  }

  private <T> void load(
      String part, Function<ObjectNode, T> reader, java.util.function.Consumer<T> keep) {
    state.each(prefix + part, (key, json) -> keep.accept(reader.apply(Json.trusted(json))));
  }

  private static Duration seconds(ObjectNode node) {
    return Duration.ofSeconds(node.get("seconds").asLong());
  }

  public synchronized List<Consent> consents() {
    return List.copyOf(consents.values());
  }

  public synchronized Optional<Consent> consent(String clientId, String account) {
    return consents.values().stream()
        .filter(c -> c.clientId().equals(clientId) && c.account().equals(account))
        .flatMap(c -> c.live().stream())
        .findFirst();
  }

  /** Records that the account allows these scopes, adding to what it allowed before. */
  public synchronized Consent allow(String clientId, String account, Set<String> scopes) {
    Consent consent =
        consent(clientId, account)
            .map(known -> known.widened(scopes))
            .orElseGet(
                () ->
                    new Consent(
                        Secrets.next(12), clientId, account, scopes, clock.instant(), false));
    keep(consent);
    return consent;
  }

  /** Keeps a code that the given function completes with a fresh value and its end. */
  public synchronized AuthorizationCode issueCode(CodeMaker maker) {
    AuthorizationCode code =
        maker.make("4/0" + Secrets.next(48), clock.instant().plus(CODE_LIFETIME));
    codes.put(code.value(), code);
    state.put(prefix + "code/" + key(code.value()), code.document());
    return code;
  }

  /** Takes a code out for good: a second use finds nothing. */
  public synchronized Optional<AuthorizationCode> takeCode(String value) {
    Optional<AuthorizationCode> taken = Optional.ofNullable(codes.remove(value));
    taken.ifPresent(code -> state.remove(prefix + "code/" + key(value)));
    return taken.filter(code -> clock.instant().isBefore(code.expiresAt()));
  }

  public synchronized Token issueAccess(String consentId, Set<String> scopes) {
    return issue(
        new Token(
            Token.Kind.ACCESS,
            "ya29.a0" + Secrets.next(96),
            consentId,
            scopes,
            clock.instant().plus(lifetime)));
  }

  public synchronized Token issueRefresh(String consentId, Set<String> scopes) {
    return issue(
        new Token(Token.Kind.REFRESH, "1//0" + Secrets.next(64), consentId, scopes, NEVER));
  }

  private Token issue(Token token) {
    keep(token);
    return token;
  }

  /** The live token of that kind: known, not expired, its consent not revoked. */
  public synchronized Optional<Token> token(Token.Kind kind, String value) {
    return Optional.ofNullable(tokens.get(value))
        .filter(token -> token.kind() == kind && !token.expired(clock.instant()))
        .filter(token -> !consentOf(token).revoked());
  }

  public synchronized Consent consentOf(Token token) {
    return consent(token.consentId());
  }

  public synchronized Consent consent(String id) {
    return consents.get(id);
  }

  /** Ends the consent that a token belongs to; empty when the token is unknown or ended before. */
  public synchronized Optional<Consent> revoke(String tokenValue) {
    Optional<Consent> live =
        Optional.ofNullable(tokens.get(tokenValue)).map(this::consentOf).flatMap(Consent::live);
    live.ifPresent(this::end);
    return live;
  }

  public synchronized int revokeOf(Predicate<Consent> which) {
    List<Consent> live =
        consents.values().stream().filter(c -> !c.revoked() && which.test(c)).toList();
    live.forEach(this::end);
    return live.size();
  }

  private void end(Consent consent) {
    keep(consent.ended());
    for (Token token : List.copyOf(tokens.values())) {
      if (token.consentId().equals(consent.id())) {
        tokens.remove(token.value());
        state.remove(prefix + "token/" + key(token.value()));
      }
    }
  }

  /** Makes access tokens run out now, so that the next call has to refresh. */
  public synchronized int expireAccess(Predicate<Consent> which) {
    List<Token> hit = new ArrayList<>();
    for (Token token : tokens.values()) {
      boolean live = token.kind() == Token.Kind.ACCESS && !token.expired(clock.instant());
      if (live && which.test(consentOf(token))) {
        hit.add(token);
      }
    }
    hit.forEach(token -> keep(token.expiring(clock.instant())));
    return hit.size();
  }

  public synchronized Duration lifetime() {
    return lifetime;
  }

  public synchronized void lifetime(Duration ofNewTokens) {
    lifetime = ofNewTokens;
    state.put(prefix + "lifetime", Json.object().put("seconds", ofNewTokens.toSeconds()));
  }

  private void keep(Consent consent) {
    consents.put(consent.id(), consent);
    state.put(prefix + "consent/" + consent.id(), consent.document());
  }

  private void keep(Token token) {
    tokens.put(token.value(), token);
    state.put(prefix + "token/" + key(token.value()), token.document());
  }

  private static String key(String value) {
    return value.replace('/', '.');
  }

  /** Completes a code. */
  @FunctionalInterface
  public interface CodeMaker {
    AuthorizationCode make(String value, Instant expiresAt);
  }
}
