package dev.patchbay.host.integration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What may go through an integration, whatever its plugin can do and its account has agreed to.
 *
 * @param types the types that may be read and written; null for all
 * @param actions the names of the actions that may be performed; null for all
 */
@Schema(description = "What may go through an integration; what is left out is not bounded.")
public record Permissions(
    @Size(max = 100) Set<@NotBlank @Size(max = 64) String> types,
    @Size(max = 100) Set<@NotBlank @Size(max = 64) String> actions) {

  public Permissions {
    types = types == null ? null : Set.copyOf(types);
    actions = actions == null ? null : Set.copyOf(actions);
  }

  /** Everything that the plugin can do. */
  public static Permissions unbounded() {
    return new Permissions(null, null);
  }

  public boolean allowsType(String type) {
    return types == null || types.contains(type);
  }

  public boolean allowsAction(String name) {
    return actions == null || actions.contains(name);
  }
}
