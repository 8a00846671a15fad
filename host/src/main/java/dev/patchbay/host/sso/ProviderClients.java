package dev.patchbay.host.sso;

import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.egress.Origin;
import dev.patchbay.host.egress.Sender;
import dev.patchbay.host.integration.PublicAddress;
import dev.patchbay.host.oauth.ClientIdentity;
import dev.patchbay.host.oauth.OAuthClient;
import dev.patchbay.host.oauth.OAuthClients;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/** Makes the client that this server is at a tenant's provider. */
@Singleton
public class ProviderClients {
  /** In whose name its exchanges go out, and are logged. */
  static final String SENDER = "single-sign-on";

  private final OAuthClients clients;
  private final Vault vault;
  private final PublicAddress address;

  @Inject
  public ProviderClients(OAuthClients clients, Vault vault, PublicAddress address) {
    this.clients = clients;
    this.vault = vault;
    this.address = address;
  }

  /**
   * @throws dev.patchbay.api.error.IntegrationException if its discovery document is not there, or
   *     leads elsewhere than when an admin has looked
   */
  OAuthClient of(Provider provider) {
    OAuth2 declared =
        OAuth2.openId(provider.issuer())
            .clientAuthentication(provider.clientAuthentication())
            .build();
    return clients.of(declared, identity(provider), sender(provider));
  }

  Sender sender(Provider provider) {
    return Sender.plugin(SENDER, provider.hosts()).from(Origin.of(provider.tenantId()));
  }

  private ClientIdentity identity(Provider provider) {
    return new ClientIdentity(
        provider.clientId(),
        secret(provider),
        address.signInCallback(provider.tenantId()),
        Map.of());
  }

  private Secret secret(Provider provider) {
    return vault.open(provider.place(), provider.sealedClientSecret());
  }
}
