package dev.patchbay.host.integration;

import dev.patchbay.api.setting.Secret;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an admin changes of an integration; what is left out stays as it is.
 *
 * @param settings only the named settings change; null empties one
 * @param clientSecretEndsAt when the client secret ends, so that it can be announced; a new client
 *     secret without it has no known end
 */
public record IntegrationChange(
    @Size(min = 1, max = 200) String name,
    @Size(max = 500) String clientId,
    @Size(max = 2000) String clientSecret,
    @Size(max = 100) List<@NotNull String> scopes,
    @Size(max = 100) Map<String, Object> settings,
    Instant clientSecretEndsAt) {

  boolean changesClient() {
    return newClientId().isPresent() || newClientSecret().isPresent();
  }

  Optional<String> newClientId() {
    return filledIn(clientId);
  }

  Optional<Secret> newClientSecret() {
    return filledIn(clientSecret).map(Secret::of);
  }

  private static Optional<String> filledIn(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
  }

  @Override
  public String toString() {
    return "IntegrationChange[" + name + "]";
  }
}
