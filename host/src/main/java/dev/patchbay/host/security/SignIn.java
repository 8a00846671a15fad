package dev.patchbay.host.security;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Turns a password or an API key's secret into an access token. */
@Singleton
class SignIn {
  private static final Duration USER_LIFETIME = Duration.ofHours(8);
  private static final Duration KEY_LIFETIME = Duration.ofHours(1);

  private final Users users;
  private final ApiKeys apiKeys;
  private final Passwords passwords;
  private final SignInThrottle throttle;
  private final Tokens tokens;
  private final SignInAudit audit;

  @Inject
  SignIn(
      Users users,
      ApiKeys apiKeys,
      Passwords passwords,
      SignInThrottle throttle,
      Tokens tokens,
      SignInAudit audit) {
    this.users = users;
    this.apiKeys = apiKeys;
    this.passwords = passwords;
    this.throttle = throttle;
    this.tokens = tokens;
    this.audit = audit;
  }

  AccessToken user(String name, Secret password, String address) {
    throttle.admit(name, address);
    Optional<User> user = users.named(name);
    if (!passwords.matches(password, user)) {
      audit.refused(user.map(User::caller), address);
      throw ProblemException.of(
          ProblemType.UNAUTHENTICATED, "There is no user with this name and password.");
    }
    throttle.succeeded(name, address);
    audit.succeeded(user.orElseThrow().caller(), address);
    return tokens.issue(user.orElseThrow().caller(), USER_LIFETIME);
  }

  /** Tells whether somebody who is signed in also knows the password; counted like a sign-in. */
  boolean knows(Caller caller, Secret password, String address) {
    throttle.admit(caller.name(), address);
    boolean known = passwords.matches(password, users.ofToken(caller.subject()));
    if (known) {
      throttle.succeeded(caller.name(), address);
    }
    return known;
  }

  AccessToken renew(Caller user) {
    return tokens.issue(user, USER_LIFETIME);
  }

  /** Returns a token for an API key, or nothing if there is no such key with this secret. */
  Optional<KeyToken> key(ClientCredentials client, String address) {
    throttle.admit(client.id(), address);
    Optional<ApiKey> named = apiKeys.withClientId(client.id());
    Optional<ApiKey> key =
        named.filter(found -> SecretHash.matches(client.secret().reveal(), found.secretHash()));
    if (key.isEmpty()) {
      audit.refused(named.map(ApiKey::caller), address);
    }
    key.ifPresent(right -> throttle.succeeded(client.id(), address));
    return key.map(ApiKey::caller)
        .map(caller -> new KeyToken(caller, tokens.issue(caller, KEY_LIFETIME), KEY_LIFETIME));
  }

  /** A token of an API key, and for whom and how long it was made. */
  record KeyToken(Caller caller, AccessToken token, Duration lifetime) {}
}
