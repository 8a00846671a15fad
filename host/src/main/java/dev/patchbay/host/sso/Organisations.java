package dev.patchbay.host.sso;

import dev.patchbay.host.tenant.Tenant;
import dev.patchbay.host.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** Finds the provider of those who say for whom they work. */
@Singleton
public class Organisations {
  private final Tenants tenants;
  private final Providers providers;

  @Inject
  public Organisations(Tenants tenants, Providers providers) {
    this.tenants = tenants;
    this.providers = providers;
  }

  /**
   * @param text a tenant's id or name, an e-mail domain, or an address of one
   */
  Optional<Provider> find(String text) {
    String wanted = text.strip();
    if (wanted.contains("@")) {
      return ofDomain(wanted.substring(wanted.lastIndexOf('@') + 1));
    }
    return providers
        .of(wanted)
        .or(() -> tenants.named(wanted).map(Tenant::id).flatMap(providers::of))
        .or(() -> ofDomain(wanted));
  }

  /** Finds the provider of a server that has one tenant only. */
  Optional<Provider> only() {
    return tenants.areOne() ? providers.any() : Optional.empty();
  }

  private Optional<Provider> ofDomain(String domain) {
    return providers.ofDomain(domain.toLowerCase(Locale.ROOT));
  }
}
