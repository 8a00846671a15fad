package dev.patchbay.host.integration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an admin enters to set up a plugin.
 *
 * @param clientSecretEndsAt when the client secret ends, so that it can be announced; may be left
 *     out
 */
public record IntegrationDraft(
    @NotBlank @Size(max = 64) String plugin,
    @NotBlank @Size(max = 200) String name,
    @Size(max = 500) String clientId,
    @Size(max = 2000) String clientSecret,
    @Size(max = 100) List<@NotNull String> scopes,
    @Size(max = 100) Map<String, Object> settings,
    Instant clientSecretEndsAt) {

  /** The same as a change of an integration that holds nothing yet. */
  IntegrationChange asChange() {
    return new IntegrationChange(
        name,
        clientId,
        clientSecret,
        scopes,
        Optional.ofNullable(settings).orElseGet(Map::of),
        clientSecretEndsAt);
  }

  @Override
  public String toString() {
    return "IntegrationDraft[" + plugin + ", " + name + "]";
  }
}
