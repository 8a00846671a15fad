package dev.patchbay.host.mapping;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the CRM calls the fields of the standard schemas.
 *
 * @param types for each type the CRM's names, and what each stands for: a path in the standard
 *     schema as in a PatchObject, such as {@code title} or {@code name/full}
 */
@Schema(description = "What the CRM calls the fields of each type; a name stands for one path.")
public record FieldMapping(
    @NotNull @Size(max = 50) Map<String, @NotNull @Size(max = 200) Map<String, String>> types) {
  static final FieldMapping NONE = new FieldMapping(Map.of());

  TypeMapping of(String type) {
    return new TypeMapping(type, types.getOrDefault(type, Map.of()));
  }
}
