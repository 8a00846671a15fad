package dev.patchbay.host.security;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.NotAdmitted;
import dev.patchbay.host.caller.OutsideCallers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a token of ours for one of a configured outside issuer (RFC 8693). The outside token is the
 * whole proof, so no client is authenticated; ours is short, and never lives longer.
 */
@Singleton
class TokenExchange {
  static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
  static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
  private static final Set<String> ACCEPTED =
      Set.of(
          "urn:ietf:params:oauth:token-type:jwt",
          "urn:ietf:params:oauth:token-type:id_token",
          ACCESS_TOKEN);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final OutsideCallers outsiders;
  private final Tokens tokens;
  private final SignInAudit audit;
  private final Clock clock;

  @Inject
  TokenExchange(OutsideCallers outsiders, Tokens tokens, SignInAudit audit, Clock clock) {
    this.outsiders = outsiders;
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  SignIn.KeyToken run(MultivaluedMap<String, String> form, String address) {
    requireSupported(form);
    OutsideCallers.Admitted admitted = admit(need(form, "subject_token"), address);
    Caller caller = TokenResource.narrowed(admitted.caller(), form.getFirst("scope"));
    Duration lifetime = lifetime(admitted);
    return new SignIn.KeyToken(caller, tokens.issue(caller, lifetime), lifetime);
  }

  private static void requireSupported(MultivaluedMap<String, String> form) {
    String type = need(form, "subject_token_type");
    if (!ACCEPTED.contains(type)) {
      throw OAuthRefusal.invalidRequest("The subject_token_type " + type + " is not supported");
    }
    String wanted = Optional.ofNullable(form.getFirst("requested_token_type")).orElse(ACCESS_TOKEN);
    if (!wanted.equals(ACCESS_TOKEN)) {
      throw OAuthRefusal.invalidRequest("Only access tokens are issued, not " + wanted);
    }
    if (form.containsKey("actor_token")) {
      throw OAuthRefusal.invalidRequest("Acting for somebody else is not supported");
    }
    if (form.containsKey("audience") || form.containsKey("resource")) {
      throw OAuthRefusal.invalidTarget("Tokens are issued for this server only");
    }
  }

  private OutsideCallers.Admitted admit(String token, String address) {
    try {
      return outsiders.admit(token);
    } catch (NotAdmitted refused) {
      audit.refused(Optional.empty(), address);
      throw OAuthRefusal.invalidRequest(refused.getMessage());
    } catch (IntegrationException e) {
      throw OAuthRefusal.notNow("The keys of the token's issuer cannot be had at the moment");
    }
  }

  private Duration lifetime(OutsideCallers.Admitted admitted) {
    Duration left = Duration.between(clock.instant(), admitted.until());
    if (left.toSeconds() <= 0) {
      throw OAuthRefusal.invalidRequest("The subject_token has ended");
    }
    return left.compareTo(LONGEST) < 0 ? left : LONGEST;
  }

  private static String need(MultivaluedMap<String, String> form, String name) {
    return Optional.ofNullable(form.getFirst(name))
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> OAuthRefusal.invalidRequest("The parameter " + name + " is missing"));
  }
}
