package dev.patchbay.host.integration;

import dev.patchbay.api.setting.Secret;

/** Asks the service whether it knows a client, before that takes the place of the present one. */
public interface ClientTrial {
  /**
   * @throws dev.patchbay.api.error.Rejected in the service's words, if it does not know the client
   *     by this secret
   * @throws dev.patchbay.api.error.IntegrationException if it gives no answer to go by
   */
  void require(Integration integration, String clientId, Secret clientSecret);
}
