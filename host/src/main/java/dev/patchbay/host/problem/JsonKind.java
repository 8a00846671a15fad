package dev.patchbay.host.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names in JSON's words what a Java type expects. */
final class JsonKind {

  private JsonKind() {}

  static String of(MismatchedInputException wrong) {
    Class<?> type = wrong.getTargetType();
    return type == null ? "of another kind" : of(type);
  }

  private static String of(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (CharSequence.class.isAssignableFrom(type) || type == URI.class) {
      return "a text";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number in range";
    }
    if (type == Instant.class) {
      return "a time such as 2026-01-31T12:00:00Z";
    }
    return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
  }
}
