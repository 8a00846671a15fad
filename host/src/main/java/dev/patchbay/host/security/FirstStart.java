package dev.patchbay.host.security;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.tenant.Tenant;
import dev.patchbay.host.tenant.TenantRegister;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Lets the operator of an empty server in: a tenant, its administrator and an API key. Their
 * secrets are written once, for the launcher to show; the database keeps hashes.
 */
@Singleton
public class FirstStart {
  private static final String TENANT = "default";
  private static final String USER = "admin";

  private final Users users;
  private final TenantRegister tenants;
  private final UserRegister register;
  private final KeyIssuer keyIssuer;
  private final FirstSignInFile file;

  @Inject
  FirstStart(
      Users users,
      TenantRegister tenants,
      UserRegister register,
      KeyIssuer keyIssuer,
      FirstSignInFile file) {
    this.users = users;
    this.tenants = tenants;
    this.register = register;
    this.keyIssuer = keyIssuer;
    this.file = file;
  }

  /** Makes the first sign-in if nobody could sign in otherwise. */
  public void prepare() {
    if (users.isEmpty()) {
      letIn();
    }
  }

  private void letIn() {
    Tenant tenant = tenants.open(TENANT);
    Secret password = Secret.of(RandomText.password());
    register.add(tenant.id(), USER, password, Set.of(Roles.SERVER_ADMIN, Roles.ADMIN));
    IssuedKey issued = keyIssuer.issue(tenant.id(), "First key", Scope.usual());
    file.write(
        new FirstSignIn(
            USER, password.reveal(), issued.key().clientId(), issued.secret().reveal()));
  }
}
