package dev.patchbay.host.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;

/** Reports every field that breaks its constraint at once, by the name the caller gave it. */
@Provider
public class ValidationMapper implements ExceptionMapper<ConstraintViolationException> {

  @Override
  public Response toResponse(ConstraintViolationException e) {
    List<FieldError> errors =
        e.getConstraintViolations().stream()
            .map(ValidationMapper::errorOf)
            .sorted(Comparator.comparing(FieldError::field))
            .toList();
    return ProblemAnswer.of(ProblemException.invalid(errors));
  }

  private static FieldError errorOf(ConstraintViolation<?> violation) {
    StringBuilder field = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.PROPERTY) {
        field.append(field.isEmpty() ? "" : ".").append(node);
      }
    }
    return new FieldError(field.isEmpty() ? "body" : field.toString(), violation.getMessage());
  }
}
