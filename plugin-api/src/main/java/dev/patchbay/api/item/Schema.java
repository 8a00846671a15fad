package dev.patchbay.api.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * How a value of one Java type is read from JSON and written to it; the bridge between what the CRM
 * sends and what a plugin works with.
 *
 * @param <T> the Java type, such as {@link CalendarEvent}
 * @since 1
 */
public final class Schema<T> {

  private final String name;
  private final Function<Map<String, Object>, T> reader;
  private final Function<T, Map<String, Object>> writer;
  private final List<String> matchedBy;

  private Schema(
      String name,
      Function<Map<String, Object>, T> reader,
      Function<T, Map<String, Object>> writer,
      List<String> matchedBy) {
    this.name = Objects.requireNonNull(name, "name");
    this.reader = Objects.requireNonNull(reader, "reader");
    this.writer = Objects.requireNonNull(writer, "writer");
    this.matchedBy = List.copyOf(matchedBy);
  }

  /**
   * @param name the schema's name, such as {@code event}
   * @param reader from JSON in JDK types; throws IllegalArgumentException that names the property
   *     at fault
   * @param writer to JSON in JDK types
   */
  public static <T> Schema<T> of(
      String name,
      Function<Map<String, Object>, T> reader,
      Function<T, Map<String, Object>> writer) {
    return new Schema<>(name, reader, writer, List.of());
  }

  /** The schema of free JSON objects. */
  public static Schema<Map<String, Object>> object(String name) {
    return new Schema<>(name, Json::frozen, Json::frozen, List.of());
  }

  /**
   * The same schema, with the properties by which two items are recognised as one although nobody
   * linked them: those that agree in all of these are the same. An item that lacks the first is
   * never recognised; of the others both may lack one.
   *
   * @param first a property whose values are texts, such as {@code uid}
   * @since 1
   */
  public Schema<T> matchedBy(String first, String... more) {
    List<String> properties = new ArrayList<>(List.of(more));
    properties.add(0, Objects.requireNonNull(first, "first"));
    return new Schema<>(name, reader, writer, properties);
  }

  /**
   * The properties by which two items are recognised as one; empty if there are none.
   *
   * @since 1
   */
  public List<String> matchedBy() {
    return matchedBy;
  }

  /** The schema's name, such as {@code event}. */
  public String name() {
    return name;
  }

  /**
   * @throws IllegalArgumentException if the JSON does not fit; names the property at fault
   */
  public T read(Map<String, Object> json) {
    return reader.apply(json);
  }

  /** The value as JSON in JDK types. */
  public Map<String, Object> write(T value) {
    return writer.apply(value);
  }
}
