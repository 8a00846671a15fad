package dev.patchbay.slack.web;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A JSON object of Slack's, read with an expected type: what is absent, null or of another type
 * reads as empty, so that a surprise in one property never spoils the rest.
 *
 * @param json in JDK types
 */
public record SlackObject(Map<String, Object> json) {

  public SlackObject {
    Objects.requireNonNull(json, "json");
  }

  /**
   * @throws IOException if it is no JSON object
   */
  public static SlackObject parse(byte[] bytes) throws IOException {
    var parsed = JSON.std.anyFrom(bytes);
    return of(parsed).orElseThrow(() -> new IOException("There is no JSON object"));
  }

  /** The value as JSON text. */
  public static String text(Object value) {
    try {
      return JSON.std.asString(value);
    } catch (IOException e) {
      throw new UncheckedIOException("JSON of JDK types can be written", e);
    }
  }

  /** The text of that name, unless it is blank. */
  public Optional<String> text(String name) {
    return json.get(name) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** Whether the flag of that name is set. */
  public boolean yes(String name) {
    return Boolean.TRUE.equals(json.get(name));
  }

  /** The whole number of that name. */
  public Optional<Long> number(String name) {
    return json.get(name) instanceof Integer || json.get(name) instanceof Long
        ? Optional.of(((Number) json.get(name)).longValue())
        : Optional.empty();
  }

  /** The object of that name; one without properties if there is none. */
  public SlackObject object(String name) {
    return of(json.get(name)).orElseGet(() -> new SlackObject(Map.of()));
  }

  /** The objects of the list of that name; empty if there is no such list. */
  public Optional<List<SlackObject>> objects(String name) {
    return json.get(name) instanceof List<?> list
        ? Optional.of(list.stream().flatMap(member -> of(member).stream()).toList())
        : Optional.empty();
  }

  /** A copy without these properties. */
  public SlackObject without(Iterable<String> names) {
    var rest = new LinkedHashMap<>(json);
    names.forEach(rest::remove);
    return new SlackObject(rest);
  }

  /** A copy in which a property has this value. */
  public SlackObject with(String name, Object value) {
    var changed = new LinkedHashMap<>(json);
    changed.put(name, value);
    return new SlackObject(changed);
  }

  @SuppressWarnings("unchecked")
  private static Optional<SlackObject> of(Object value) {
    return value instanceof Map<?, ?> map
        ? Optional.of(new SlackObject((Map<String, Object>) map))
        : Optional.empty();
  }

  /** Names no values, since they may be personal data. */
  @Override
  public String toString() {
    return "SlackObject" + json.keySet();
  }
}
