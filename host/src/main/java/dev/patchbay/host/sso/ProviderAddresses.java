package dev.patchbay.host.sso;

import dev.patchbay.host.integration.PublicAddress;

/**
 * This server's addresses for a tenant's single sign-on, which stand before a provider does.
 *
 * @param redirectUri what to register at the provider
 * @param signInUrl where people start; it also leads there from bookmarks
 */
public record ProviderAddresses(String redirectUri, String signInUrl) {

  static ProviderAddresses of(String tenantId, PublicAddress address) {
    return new ProviderAddresses(address.signInCallback(tenantId), address.signInStart(tenantId));
  }
}
