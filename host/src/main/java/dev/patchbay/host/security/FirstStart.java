package dev.patchbay.host.security;

import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.tenant.Tenant;
import dev.patchbay.host.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;

/**
 * Lets the operator of an empty server in: a tenant, its administrator and an API key. Their
 * secrets are written once, for the launcher to show; the database keeps hashes.
 */
@Singleton
public class FirstStart {
  private static final String TENANT = "default";
  private static final String USER = "admin";

  private final SigningKeys signingKeys;
  private final Users users;
  private final Tenants tenants;
  private final Passwords passwords;
  private final KeyIssuer keyIssuer;
  private final RandomText random;
  private final FirstSignInFile file;
  private final Ids ids;
  private final Clock clock;

  @Inject
  FirstStart(
      SigningKeys signingKeys,
      Users users,
      Tenants tenants,
      Passwords passwords,
      KeyIssuer keyIssuer,
      RandomText random,
      FirstSignInFile file,
      Ids ids,
      Clock clock) {
    this.signingKeys = signingKeys;
    this.users = users;
    this.tenants = tenants;
    this.passwords = passwords;
    this.keyIssuer = keyIssuer;
    this.random = random;
    this.file = file;
    this.ids = ids;
    this.clock = clock;
  }

  /** Prepares the signing keys and, on an empty server, the first sign-in. */
  public void prepare() {
    signingKeys.prepare();
    if (users.isEmpty()) {
      letIn();
    }
  }

  private void letIn() {
    Tenant tenant = new Tenant(ids.next("ten"), TENANT, clock.instant());
    tenants.add(tenant);
    String password = random.password();
    User admin =
        new User(
            ids.next(User.PREFIX),
            tenant.id(),
            USER,
            Set.of(Roles.SERVER_ADMIN, Roles.ADMIN),
            clock.instant());
    admin.protectWith(passwords.hash(password));
    users.add(admin);
    IssuedKey issued = keyIssuer.issue(tenant.id(), "First key");
    file.write(new FirstSignIn(USER, password, issued.key().clientId(), issued.secret().reveal()));
  }
}
