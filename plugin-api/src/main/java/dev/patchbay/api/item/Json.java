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
    try {
      return frozenObject(object);
    } catch (NoJson e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static Map<String, Object> frozenObject(Map<?, ?> object) throws NoJson {
    var copy = new LinkedHashMap<String, Object>(object.size() * 2);
    for (var member : object.entrySet()) {
      var name = (String) member.getKey();
      try {
        copy.put(name, frozenValue(member.getValue()));
      } catch (NoJson e) {
        throw e.in(name);
      }
    }
    return Collections.unmodifiableMap(copy);
  }

  private static Object frozenValue(Object value) throws NoJson {
    if (value instanceof String) {
      return value;
    }
    if (value instanceof Map<?, ?> map) {
      return frozenObject(map);
    }
    if (value instanceof List<?> list) {
      var copy = new ArrayList<Object>(list.size());
      for (var member : list) {
        copy.add(frozenValue(member));
      }
      return Collections.unmodifiableList(copy);
    }
    if (value == null
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Double
        || value instanceof BigDecimal) {
      return value;
    }
    throw new NoJson("", value.getClass());
  }

  /** Finds its path on the way out, so that good values pay for none. */
  private static final class NoJson extends Exception {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final Class<?> type;

    NoJson(String path, Class<?> type) {
      super(
          "The value of \"%s\" is a %s, which is no JSON type; use String, Boolean, Integer, Long, Double, BigDecimal, List or Map"
              .formatted(path, type.getName()));
      this.path = path;
      this.type = type;
    }

    NoJson in(String name) {
      return new NoJson(path.isEmpty() ? name : name + "/" + path, type);
    }
  }
}
