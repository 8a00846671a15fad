package dev.patchbay.host.oauth;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.integration.ClientTrial;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.security.RandomText;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Tries a client with a code that nobody was given. Where the complaint is the service's own, it is
 * asked with a secret that is certainly wrong as well; if it says the same then, it was the secret
 * that it meant.
 */
@Singleton
public class ClientProbe implements ClientTrial {
  private final OAuthClients clients;

  @Inject
  public ClientProbe(OAuthClients clients) {
    this.clients = clients;
  }

  @Override
  public void require(Integration integration, String clientId, Secret clientSecret) {
    var refusal = refusal(integration, clientId, clientSecret);
    if (refusal.isPresent() && isTheSame(integration, clientId, refusal.get())) {
      throw refusal.get();
    }
  }

  private boolean isTheSame(Integration integration, String clientId, Rejected refusal) {
    return refusal(integration, clientId, Secret.of(RandomText.secret()))
        .filter(other -> other.getMessage().equals(refusal.getMessage()))
        .isPresent();
  }

  private Optional<Rejected> refusal(Integration integration, String clientId, Secret secret) {
    try {
      boolean ignored = clients.of(integration, clientId, secret).refusesStrayCode();
      return Optional.empty();
    } catch (Rejected e) {
      return Optional.of(e);
    }
  }
}
