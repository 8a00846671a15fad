package dev.patchbay.host.tenant;

import java.time.Instant;

/** What the API tells of a tenant. */
public record TenantSummary(String id, String name, Instant createdAt) {

  public static TenantSummary of(Tenant tenant) {
    return new TenantSummary(tenant.id(), tenant.name(), tenant.createdAt());
  }
}
