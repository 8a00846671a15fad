package dev.patchbay.api.item;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes JSON values of JDK types immutable, so that an item can be shared between threads. */
final class Json {

  private Json() {}

  static Map<String, Object> frozen(Map<String, ?> object) {
    var copy = new LinkedHashMap<String, Object>(object.size() * 2);
    object.forEach((name, value) -> copy.put(name, frozenValue(name, value)));
    return Collections.unmodifiableMap(copy);
  }

  private static Object frozenValue(String path, Object value) {
    if (value instanceof Map<?, ?> map) {
      var copy = new LinkedHashMap<String, Object>(map.size() * 2);
      map.forEach(
          (name, member) -> copy.put((String) name, frozenValue(path + "/" + name, member)));
      return Collections.unmodifiableMap(copy);
    }
    if (value instanceof List<?> list) {
      var copy = new ArrayList<Object>(list.size());
      list.forEach(member -> copy.add(frozenValue(path, member)));
      return Collections.unmodifiableList(copy);
    }
    if (value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Double
        || value instanceof BigDecimal) {
      return value;
    }
    throw new IllegalArgumentException(
        "The value of \"%s\" is a %s, which is no JSON type; use String, Boolean, Integer, Long, Double, BigDecimal, List or Map"
            .formatted(path, value.getClass().getName()));
  }
}
