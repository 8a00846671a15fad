package dev.patchbay.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Holds JSON against the schemas of a Swagger 2 document. The validators of others do not read
 * Slack's, which lists alternatives under {@code items} where an object stands.
 */
final class SwaggerShape {
  private final JsonNode document;

  SwaggerShape(JsonNode document) {
    this.document = document;
  }

  /** What is wrong with an answer of a method; empty if nothing is. */
  List<String> flaws(String method, JsonNode answer) {
    JsonNode path = document.path("paths").path("/" + method);
    JsonNode operation = path.has("post") ? path.path("post") : path.path("get");
    return flaws(operation.at("/responses/200/schema"), answer, method);
  }

  private List<String> flaws(JsonNode schema, JsonNode value, String where) {
    if (schema.has("$ref")) {
      return flaws(document.at(schema.get("$ref").asText().substring(1)), value, where);
    }
    if (schema.path("items").isArray()) {
      return flawsOfAll(schema.get("items"), value, where);
    }
    List<String> flaws = new ArrayList<>();
    checkValue(schema, value, where).ifPresent(flaws::add);
    if (value.isObject()) {
      flaws.addAll(flawsOfMembers(schema, value, where));
    }
    if (value.isArray() && schema.has("items")) {
      value.forEach(member -> flaws.addAll(flaws(schema.get("items"), member, where + "[]")));
    }
    return flaws;
  }

  /** It is enough to be like one of several. */
  private List<String> flawsOfAll(JsonNode alternatives, JsonNode value, String where) {
    List<String> all = new ArrayList<>();
    for (JsonNode alternative : alternatives) {
      List<String> flaws = flaws(alternative, value, where);
      if (flaws.isEmpty()) {
        return flaws;
      }
      all.addAll(flaws);
    }
    return all;
  }

  private List<String> flawsOfMembers(JsonNode schema, JsonNode value, String where) {
    List<String> flaws = new ArrayList<>();
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asText())) {
        flaws.add(where + " lacks " + name.asText());
      }
    }
    JsonNode properties = schema.path("properties");
    boolean closed =
        schema.has("additionalProperties") && !schema.path("additionalProperties").asBoolean();
    value
        .properties()
        .forEach(
            member -> {
              String place = where + "/" + member.getKey();
              if (properties.has(member.getKey())) {
                flaws.addAll(flaws(properties.get(member.getKey()), member.getValue(), place));
              } else if (closed) {
                flaws.add(place + " is not described");
              }
            });
    return flaws;
  }

  private static Optional<String> checkValue(JsonNode schema, JsonNode value, String where) {
    if (schema.has("type") && !isOfType(schema.get("type"), value)) {
      return Optional.of(where + " is no " + schema.get("type") + ": " + value);
    }
    if (schema.has("pattern")
        && value.isTextual()
        && !value.textValue().matches(schema.get("pattern").asText())) {
      return Optional.of(where + " is not like " + schema.get("pattern") + ": " + value);
    }
    boolean listed =
        !schema.has("enum")
            || StreamSupport.stream(schema.get("enum").spliterator(), false)
                .anyMatch(value::equals);
    return listed ? Optional.empty() : Optional.of(where + " is none of " + schema.get("enum"));
  }

  private static boolean isOfType(JsonNode types, JsonNode value) {
    return types.isArray()
        ? StreamSupport.stream(types.spliterator(), false).anyMatch(type -> isOfType(type, value))
        : switch (types.asText()) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isTextual();
          case "boolean" -> value.isBoolean();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "null" -> value.isNull();
          default -> false;
        };
  }
}
