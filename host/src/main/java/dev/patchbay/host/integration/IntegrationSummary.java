package dev.patchbay.host.integration;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the API tells of an integration: never a secret.
 *
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
    String redirectUri,
    Instant createdAt,
    long connections) {

  static IntegrationSummary of(Integration integration, String redirectUri, long connections) {
    return new IntegrationSummary(
        integration.id(),
        integration.plugin(),
        integration.name(),
        integration.clientId().orElse(null),
        integration.scopes().stream().sorted().toList(),
        integration.settings(),
        integration.permissions(),
        redirectUri,
        integration.createdAt(),
        connections);
  }
}
