package dev.patchbay.host.security;

import dev.patchbay.host.tenant.Tenant;
import dev.patchbay.host.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Whether the people of a tenant may sign in with passwords of this server. */
@Singleton
class PasswordPolicy {
  private final Tenants tenants;

  @Inject
  PasswordPolicy(Tenants tenants) {
    this.tenants = tenants;
  }

  boolean allowsPasswords(String tenantId) {
    return tenants.find(tenantId).filter(Tenant::allowsPasswords).isPresent();
  }
}
