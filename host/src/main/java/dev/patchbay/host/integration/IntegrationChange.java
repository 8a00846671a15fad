package dev.patchbay.host.integration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * What an admin changes of an integration; what is left out stays as it is.
 *
 * @param settings only the named settings change; null empties one
 */
public record IntegrationChange(
    @Size(min = 1, max = 200) String name,
    @Size(max = 500) String clientId,
    @Size(max = 2000) String clientSecret,
    @Size(max = 100) List<@NotNull String> scopes,
    @Size(max = 100) Map<String, Object> settings) {

  @Override
  public String toString() {
    return "IntegrationChange[" + name + "]";
  }
}
