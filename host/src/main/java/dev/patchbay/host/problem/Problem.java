package dev.patchbay.host.problem;

import java.net.URI;
import java.util.List;

/**
 * A problem document (RFC 9457).
 *
 * @param category the failure category of a service, where one is the cause
 * @param errors one entry per field, where fields are the cause
 * @param current what is there, where the caller expected something else
 */
public record Problem(
    URI type,
    String title,
    int status,
    String detail,
    String instance,
    String category,
    String correlationId,
    List<FieldError> errors,
    Object current) {

  static Problem of(ProblemException e, String correlationId) {
    ProblemType type = e.type();
    return new Problem(
        type.uri(),
        type.title(),
        type.status(),
        e.getMessage(),
        null,
        e.category().orElse(null),
        correlationId,
        e.errors().isEmpty() ? null : e.errors(),
        e.current().orElse(null));
  }
}
