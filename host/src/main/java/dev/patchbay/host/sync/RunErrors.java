package dev.patchbay.host.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.patchbay.host.json.Json;
import java.util.List;

/** How the errors of a run are kept in its row. */
final class RunErrors {
  private static final TypeReference<List<RunError>> LIST = new TypeReference<>() {};
  private static final String NONE = "[]";

  private RunErrors() {}

  static String toJson(List<RunError> errors) {
    try {
      return errors.isEmpty() ? NONE : Json.mapper().writeValueAsString(errors);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The errors of a run cannot be written as JSON", e);
    }
  }

  static List<RunError> ofJson(String json) {
    try {
      return json.equals(NONE) ? List.of() : Json.mapper().readValue(json, LIST);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The errors of a run cannot be read", e);
    }
  }
}
