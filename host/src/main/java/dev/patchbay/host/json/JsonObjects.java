package dev.patchbay.host.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects of JDK types and their text. Two values are the same if they are after their way through
 * the text, where a number has one type and a property that is null is none.
 */
public final class JsonObjects {
  private static final TypeReference<LinkedHashMap<String, Object>> OBJECT =
      new TypeReference<>() {};

  private JsonObjects() {}

  /** Reads what this server wrote. */
  public static Map<String, Object> read(String text) {
    try {
      return Json.mapper().readValue(text, OBJECT);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored data is no JSON object", e);
    }
  }

  /** Any value, in JDK types. */
  public static Object readValue(String text) {
    return read("{\"value\":" + text + "}").get("value");
  }

  public static String write(Map<?, ?> object) {
    try {
      return JsonText.of(object);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "It cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
  }

  public static String writeValue(Object value) {
    String wrapped = write(Map.of("value", List.of(value)));
    return wrapped.substring("{\"value\":[".length(), wrapped.length() - 2);
  }

  /** The same object with one type of number and without nulls. */
  public static Map<String, Object> canonical(Map<?, ?> object) {
    return read(write(object));
  }
}
