package dev.patchbay.host.mapping;

import dev.patchbay.api.item.Patch;
import dev.patchbay.host.problem.FieldError;
import dev.patchbay.host.problem.ProblemException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the CRM calls the fields of one type. It renames and does nothing else: what the CRM says by
 * its own names becomes the same edit of the standard schema, on which alone merging works, and
 * names that stand for nothing are taken as those of the standard schema.
 */
public final class TypeMapping {
  private final String type;
  private final Map<String, String> paths;

  TypeMapping(String type, Map<String, String> paths) {
    this.type = type;
    this.paths = new LinkedHashMap<>(paths);
  }

  /** The CRM has no names of its own. */
  public static TypeMapping none() {
    return new TypeMapping("", Map.of());
  }

  public boolean isEmpty() {
    return paths.isEmpty();
  }

  /** The path in the standard schema that a name or path of the CRM stands for. */
  public String pathOf(String said) {
    return paths.getOrDefault(said, said);
  }

  /** What a record holds, by the CRM's names; what it does not hold is left out. */
  public Map<String, Object> fieldsOf(Map<String, Object> data) {
    Map<String, Object> fields = new LinkedHashMap<>();
    paths.forEach(
        (name, path) -> {
          Object value = FieldPath.of(path).in(data);
          if (value != null) {
            fields.put(name, value);
          }
        });
    return fields;
  }

  /**
   * The same edit in the standard schema. Where a name of the CRM stands for something inside of an
   * object that is not there yet, the object is made.
   *
   * @param present the record as it is
   */
  public Patch standard(Patch said, Map<String, Object> present) {
    if (isEmpty()) {
      return said;
    }
    requireOnce(said);
    Map<String, Object> plain = new LinkedHashMap<>();
    Map<String, Object> after = present;
    for (Map.Entry<String, Object> change : said.changes().entrySet()) {
      if (paths.containsKey(change.getKey())) {
        after = with(after, change.getKey(), change.getValue());
      } else {
        plain.put(change.getKey(), change.getValue());
      }
    }
    Map<String, Object> changes = new LinkedHashMap<>(Patch.between(present, after).changes());
    changes.putAll(plain);
    return Patch.of(changes);
  }

  private Map<String, Object> with(Map<String, Object> data, String name, Object value) {
    String path = paths.get(name);
    if (value != null && !(value instanceof String) && StandardFields.isText(type, path)) {
      throw ProblemException.invalid(name, "must be a text: it stands for " + path);
    }
    try {
      return FieldPath.of(path).set(data, value);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(name, e.getMessage());
    }
  }

  private void requireOnce(Patch said) {
    List<FieldError> errors =
        said.changes().keySet().stream()
            .filter(paths::containsKey)
            .flatMap(name -> rivalOf(name, said.changes().keySet()).stream())
            .toList();
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  /** What else of an edit means the same field, or a part of it. */
  private Optional<FieldError> rivalOf(String name, Collection<String> said) {
    FieldPath path = FieldPath.of(paths.get(name));
    return said.stream()
        .filter(other -> !other.equals(name))
        .filter(other -> FieldPath.of(pathOf(other)).overlaps(path))
        .findFirst()
        .map(
            other ->
                new FieldError(
                    name, "stands for %s, which %s edits too".formatted(path.text(), other)));
  }
}
