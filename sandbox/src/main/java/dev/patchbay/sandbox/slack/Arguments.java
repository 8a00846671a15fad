package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of a method, in whichever of the three ways they came. */
record Arguments(Map<String, String> values) {
  static Arguments of(Request request) {
    Map<String, String> values = new LinkedHashMap<>();
    take(request.query(), values);
    String type = request.header("Content-Type").orElse("");
    if (type.startsWith("application/json")) {
      take(request.jsonObject().orElseThrow(() -> SlackError.of("invalid_json")), values);
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
      take(request.form(), values);
    }
    return new Arguments(values);
  }

  private static void take(Map<String, List<String>> given, Map<String, String> values) {
    given.forEach((name, all) -> values.put(name, all.get(0)));
  }

  private static void take(ObjectNode given, Map<String, String> values) {
    given.properties().forEach(each -> values.put(each.getKey(), text(each.getValue())));
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(text -> !text.isEmpty());
  }

  String required(String name, String error) {
    return value(name).orElseThrow(() -> SlackError.of(error));
  }

  boolean isTrue(String name) {
    return value(name).filter(text -> text.equals("true") || text.equals("1")).isPresent();
  }

  int limit() {
    try {
      return value("limit").map(Integer::parseInt).orElse(0);
    } catch (NumberFormatException e) {
      throw SlackError.of("invalid_limit");
    }
  }
}
