package dev.patchbay.host.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A way down into a record, through objects by their names (JSON Pointer, RFC 6901). */
public record FieldPath(String text, List<String> names) {

  public static FieldPath of(String text) {
    return new FieldPath(
        text,
        Stream.of(text.split("/", -1))
            .map(name -> name.replace("~1", "/").replace("~0", "~"))
            .toList());
  }

  /** The property of the record that it begins with. */
  String property() {
    return names.get(0);
  }

  /** Whether one of them is inside of what the other leads to, or both lead to the same. */
  boolean overlaps(FieldPath other) {
    int common = Math.min(names.size(), other.names.size());
    return names.subList(0, common).equals(other.names.subList(0, common));
  }

  /** What is there, or null. */
  public Object in(Map<String, Object> data) {
    Object value = data;
    for (String name : names) {
      value = value instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return value;
  }

  /**
   * The data with another value there. Objects on the way that are missing are made, unless there
   * is nothing to be put into them.
   *
   * @throws IllegalArgumentException if the way leads through something that is no object
   */
  public Map<String, Object> set(Map<String, Object> data, Object value) {
    return set(data, value, 0);
  }

  private Map<String, Object> set(Map<?, ?> data, Object value, int at) {
    Map<String, Object> copy = new LinkedHashMap<>();
    data.forEach((name, member) -> copy.put((String) name, member));
    String name = names.get(at);
    if (at + 1 == names.size()) {
      copy.put(name, value);
      copy.values().removeIf(member -> member == null);
    } else if (copy.get(name) != null || value != null) {
      copy.put(name, set(child(copy.get(name), at), value, at + 1));
    }
    return copy;
  }

  private Map<?, ?> child(Object present, int at) {
    if (present == null) {
      return StandardFields.typeAt(names.subList(0, at + 1).toArray(String[]::new))
          .<Map<?, ?>>map(type -> Map.of("@type", type))
          .orElseGet(Map::of);
    }
    if (present instanceof Map<?, ?> object) {
      return object;
    }
    throw new IllegalArgumentException(
        "cannot be written here: %s is no object in this record"
            .formatted(String.join("/", names.subList(0, at + 1))));
  }
}
