package dev.patchbay.host.oauth;

import dev.patchbay.api.setting.Secret;
import java.util.Map;

/**
 * Who an integration, or a tenant, is at its service.
 *
 * @param places what it fills into the service's addresses, such as the name of its tenant there
 */
public record ClientIdentity(
    String clientId, Secret clientSecret, String redirectUri, Map<String, String> places) {

  public ClientIdentity {
    places = Map.copyOf(places);
  }
}
