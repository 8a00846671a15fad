package dev.patchbay.host.integration;

import dev.patchbay.host.credential.CredentialEnd;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the API tells of an integration: never a secret.
 *
 * @param clientSecretEndsAt absent if nobody has said that it ends
 * @param clientSecretEndsSoon absent if nobody has said that it ends
 * @param redirectUri what is to be registered with the service
 * @param connections how many connections are behind it, without the disconnected
 */
public record IntegrationSummary(
    String id,
    String plugin,
    String name,
    String clientId,
    List<String> scopes,
    Map<String, Object> settings,
    Permissions permissions,
    Instant clientSecretEndsAt,
    Boolean clientSecretEndsSoon,
    String redirectUri,
    Instant createdAt,
    long connections) {

  static IntegrationSummary of(
      Integration integration, String redirectUri, long connections, Instant now) {
    var end = integration.clientSecretEnd();
    return new IntegrationSummary(
        integration.id(),
        integration.plugin(),
        integration.name(),
        integration.clientId().orElse(null),
        integration.scopes().stream().sorted().toList(),
        integration.settings(),
        integration.permissions(),
        end.map(CredentialEnd::at).orElse(null),
        end.map(one -> one.isNear(now)).orElse(null),
        redirectUri,
        integration.createdAt(),
        connections);
  }
}
