package dev.patchbay.googlecalendar.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one JSON object has beyond another, property by property: the values that differ, under
 * their names, and under {@code absent} the names that it lacks.
 */
final class Residue {

  private static final String ABSENT = "absent";

  private Residue() {}

  /** What is to be laid over {@code computed} to get {@code original} back. */
  static Map<String, Object> of(Map<String, Object> original, Map<String, Object> computed) {
    var residue = new LinkedHashMap<String, Object>();
    original.forEach(
        (name, value) -> {
          if (!computed.containsKey(name)) {
            residue.put(name, value);
          } else if (!computed.get(name).equals(value)) {
            residue.put(name, difference(value, computed.get(name)));
          }
        });
    var absent = new ArrayList<>(computed.keySet());
    absent.removeAll(original.keySet());
    if (!absent.isEmpty()) {
      residue.put(ABSENT, absent);
    }
    return residue;
  }

  /** Lays a residue over an object; neither is changed. */
  static Map<String, Object> over(Map<String, Object> computed, Map<String, Object> residue) {
    var result = new LinkedHashMap<>(computed);
    residue.forEach(
        (name, value) -> {
          if (name.equals(ABSENT) && value instanceof List<?> names) {
            names.forEach(result::remove);
          } else {
            result.put(name, merged(result.get(name), value));
          }
        });
    return result;
  }

  /** The same residue cut into the smallest pieces that can be laid over on their own. */
  static List<Map<String, Object>> pieces(
      Map<String, Object> residue, Map<String, Object> computed) {
    var pieces = new ArrayList<Map<String, Object>>();
    residue.forEach(
        (name, value) -> {
          if (name.equals(ABSENT) && value instanceof List<?> names) {
            names.forEach(absent -> pieces.add(Map.of(ABSENT, List.of(absent))));
          } else {
            cut(value, computed.get(name)).forEach(piece -> pieces.add(Map.of(name, piece)));
          }
        });
    return pieces;
  }

  @SuppressWarnings("unchecked")
  private static List<?> cut(Object residue, Object computed) {
    return residue instanceof Map<?, ?> r && computed instanceof Map<?, ?> c
        ? pieces((Map<String, Object>) r, (Map<String, Object>) c)
        : List.of(residue);
  }

  @SuppressWarnings("unchecked")
  private static Object difference(Object original, Object computed) {
    return original instanceof Map<?, ?> o && computed instanceof Map<?, ?> c
        ? of((Map<String, Object>) o, (Map<String, Object>) c)
        : original;
  }

  @SuppressWarnings("unchecked")
  private static Object merged(Object computed, Object residue) {
    return computed instanceof Map<?, ?> c && residue instanceof Map<?, ?> r
        ? over((Map<String, Object>) c, (Map<String, Object>) r)
        : residue;
  }
}
