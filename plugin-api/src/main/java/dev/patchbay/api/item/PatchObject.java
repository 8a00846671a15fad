package dev.patchbay.api.item;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The rules of PatchObject (RFC 8984 section 1.4.9), whose paths are JSON Pointers (RFC 6901). */
final class PatchObject {

  private PatchObject() {}

  static Map<String, Object> between(Map<?, ?> before, Map<?, ?> after) {
    var changes = new LinkedHashMap<String, Object>();
    collect("", before, after, changes);
    return changes;
  }

  private static void collect(
      String path, Map<?, ?> before, Map<?, ?> after, Map<String, Object> changes) {
    for (var name : names(before, after)) {
      var old = before.get(name);
      var now = after.get(name);
      var at = path + escaped((String) name);
      if (old instanceof Map<?, ?> one && now instanceof Map<?, ?> other) {
        collect(at + "/", one, other, changes);
      } else if (!Objects.equals(old, now)) {
        changes.put(at, now);
      }
    }
  }

  private static Set<Object> names(Map<?, ?> before, Map<?, ?> after) {
    var names = new LinkedHashSet<Object>(before.keySet());
    names.addAll(after.keySet());
    return names;
  }

  static Map<String, Object> applied(Map<String, Object> changes, Map<String, ?> object) {
    var result = copy(object);
    changes.forEach((path, value) -> set(result, path, value));
    return result;
  }

  private static void set(Map<String, Object> object, String path, Object value) {
    var parts = path.split("/", -1);
    var parent = object;
    for (var i = 0; i < parts.length - 1; i++) {
      parent = child(parent, plain(parts[i]), path);
    }
    var name = plain(parts[parts.length - 1]);
    if (value == null) {
      parent.remove(name);
    } else {
      parent.put(name, value);
    }
  }

  private static Map<String, Object> child(Map<String, Object> parent, String name, String path) {
    if (!(parent.get(name) instanceof Map<?, ?> object)) {
      throw new IllegalArgumentException(
          "The path \"%s\" of a patch leads through \"%s\", which is no object there"
              .formatted(path, name));
    }
    var own = copy(object);
    parent.put(name, own);
    return own;
  }

  private static Map<String, Object> copy(Map<?, ?> object) {
    var copy = new LinkedHashMap<String, Object>();
    object.forEach((name, value) -> copy.put((String) name, value));
    return copy;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String plain(String part) {
    return part.replace("~1", "/").replace("~0", "~");
  }
}
