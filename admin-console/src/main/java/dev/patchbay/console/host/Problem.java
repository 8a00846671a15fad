package dev.patchbay.console.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The host's reason for refusing a call, as its problem document (RFC 9457) tells it. */
public record Problem(
    int status, String title, String detail, String correlationId, List<FieldError> errors) {

  /** What is wrong with one field of the request. */
  public record FieldError(String field, String message) {}

  static Problem of(int status, JsonNode json) {
    if (!json.isObject()) {
      return new Problem(status, "The server answered with status " + status, null, null, null);
    }
    Problem said = Json.as(json, Problem.class);
    return new Problem(status, said.title, said.detail, said.correlationId, said.errors);
  }

  public Problem {
    errors = errors == null ? List.of() : List.copyOf(errors);
  }

  /** One or two sentences for a person. */
  public String inWords() {
    String main = detail == null || detail.isBlank() ? title : detail;
    if (errors.isEmpty()) {
      return main;
    }
    return errors.stream()
        .map(error -> error.field() + ": " + error.message())
        .collect(Collectors.joining("; ", main + " ", ""));
  }

  /** The id that finds this very call in the server's log. */
  public Optional<String> correlation() {
    return Optional.ofNullable(correlationId).filter(id -> !id.isBlank());
  }
}
