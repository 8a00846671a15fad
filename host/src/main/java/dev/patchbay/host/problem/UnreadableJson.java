package dev.patchbay.host.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Says in the caller's words what is wrong with a JSON body; the parser's own name Java classes.
 */
final class UnreadableJson {

  private UnreadableJson() {}

  static ProblemException problemOf(JsonProcessingException unreadable) {
    if (unreadable.getCause() instanceof ProblemException problem) {
      return problem;
    }
    if (unreadable instanceof UnrecognizedPropertyException unknown) {
      return ProblemException.malformed(field(unknown), "is not known here" + known(unknown));
    }
    if (unreadable instanceof MismatchedInputException wrong) {
      return ProblemException.malformed(field(wrong), "must be " + JsonKind.of(wrong));
    }
    return ProblemException.of(ProblemType.MALFORMED_REQUEST, syntax(unreadable));
  }

  private static String known(UnrecognizedPropertyException unknown) {
    return unknown.getKnownPropertyIds() == null
        ? ""
        : unknown.getKnownPropertyIds().stream()
            .map(Objects::toString)
            .sorted()
            .collect(Collectors.joining(", ", "; known are: ", ""));
  }

  private static String field(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.isEmpty() ? "body" : path.toString();
  }

  private static String syntax(JsonProcessingException e) {
    String message = Objects.toString(e.getOriginalMessage(), "");
    String what = what(e, message);
    JsonLocation at = e.getLocation();
    return at == null
        ? "The body is not acceptable: " + what + "."
        : "The body is not acceptable at line %d, column %d: %s."
            .formatted(at.getLineNr(), at.getColumnNr(), what);
  }

  private static String what(JsonProcessingException e, String message) {
    if (e instanceof InputCoercionException || e.getCause() instanceof InputCoercionException) {
      return "a number out of range";
    }
    return message.startsWith("Duplicate field") ? message : "not valid JSON";
  }
}
