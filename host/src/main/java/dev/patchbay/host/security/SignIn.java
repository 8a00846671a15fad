package dev.patchbay.host.security;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.persistence.Transactions;
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
  private final Transactions transactions;
  private final PasswordPolicy policy;

  @Inject
  SignIn(
      Users users,
      ApiKeys apiKeys,
      Passwords passwords,
      SignInThrottle throttle,
      Tokens tokens,
      SignInAudit audit,
      Transactions transactions,
      PasswordPolicy policy) {
    this.users = users;
    this.apiKeys = apiKeys;
    this.passwords = passwords;
    this.throttle = throttle;
    this.tokens = tokens;
    this.audit = audit;
    this.transactions = transactions;
    this.policy = policy;
  }

  AccessToken user(String name, Secret password, String address) {
    throttle.admit(name, address);
    Optional<User> user = users.named(name).filter(found -> !found.isDisabled());
    if (!passwords.matches(password, user)) {
      audit.refused(user.map(User::caller), address);
      throw ProblemException.of(
          ProblemType.UNAUTHENTICATED, "There is no user with this name and password.");
    }
    throttle.succeeded(name, address);
    User person = user.orElseThrow();
    requirePasswords(person, address);
    strengthen(person, password);
    audit.succeeded(person.caller(), address);
    return tokens.issue(person.caller(), USER_LIFETIME);
  }

  /** A server admin may always, so that nobody can shut the operator out. */
  private void requirePasswords(User person, String address) {
    if (!person.isServerAdmin() && !policy.allowsPasswords(person.tenantId())) {
      audit.refused(Optional.of(person.caller()), address);
      throw ProblemException.of(
          ProblemType.FORBIDDEN,
          "Your organisation has switched passwords off: use its single sign-on.");
    }
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

  /** Only now is the password known from which a better hash can be made. */
  private void strengthen(User person, Secret password) {
    if (Passwords.isWeak(person.passwordHash().orElseThrow())) {
      String stronger = passwords.hash(password);
      transactions.runAlone(() -> users.strengthen(person, stronger));
    }
  }

  AccessToken renew(Caller user) {
    return tokens.issue(user, USER_LIFETIME);
  }

  /** Returns the API key, or nothing if there is none with this secret. */
  Optional<Caller> key(ClientCredentials client, String address) {
    throttle.admit(client.id(), address);
    Optional<ApiKey> named = apiKeys.withClientId(client.id());
    Optional<ApiKey> key =
        named.filter(found -> SecretHash.matches(client.secret().reveal(), found.secretHash()));
    if (key.isEmpty()) {
      audit.refused(named.map(ApiKey::caller), address);
    }
    key.ifPresent(right -> throttle.succeeded(client.id(), address));
    return key.map(ApiKey::caller);
  }

  /** Returns a token for an API key, or for less than it may do. */
  KeyToken token(Caller program) {
    return new KeyToken(program, tokens.issue(program, KEY_LIFETIME), KEY_LIFETIME);
  }

  /** A token of a program, and for whom and how long it was made. */
  record KeyToken(Caller caller, AccessToken token, Duration lifetime) {}
}
