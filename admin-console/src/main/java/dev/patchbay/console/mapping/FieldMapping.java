package dev.patchbay.console.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** For each type the CRM's names of fields, and the path in the standard schema that each means. */
public record FieldMapping(Map<String, Map<String, String>> types) {

  public FieldMapping {
    types = types == null ? Map.of() : new LinkedHashMap<>(types);
  }

  /** The names of a type, one a line. */
  String lines(String type) {
    return types.getOrDefault(type, Map.of()).entrySet().stream()
        .map(entry -> entry.getKey() + " = " + entry.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** What this says of types that the other says nothing of. */
  public FieldMapping without(FieldMapping other) {
    Map<String, Map<String, String>> rest = new LinkedHashMap<>(types);
    rest.keySet().removeAll(other.types.keySet());
    return new FieldMapping(rest);
  }
}
