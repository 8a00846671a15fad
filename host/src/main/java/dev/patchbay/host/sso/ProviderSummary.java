package dev.patchbay.host.sso;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the API tells of a tenant's provider; never the client's secret. */
public record ProviderSummary(
    String issuer,
    String clientId,
    String label,
    Set<String> scopes,
    String roleClaim,
    Map<String, String> roles,
    String defaultRole,
    Set<String> emailDomains,
    boolean createsUsers,
    boolean passwords,
    Instant createdAt) {

  static ProviderSummary of(Provider provider, boolean passwords) {
    return new ProviderSummary(
        provider.issuer(),
        provider.clientId(),
        provider.label(),
        new TreeSet<>(provider.scopes()),
        provider.roleClaim().orElse(null),
        provider.roles(),
        provider.defaultRole().orElse(null),
        provider.emailDomains(),
        provider.createsUsers(),
        passwords,
        provider.createdAt());
  }
}
