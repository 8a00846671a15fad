package dev.patchbay.host.edit;

import dev.patchbay.api.item.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an edit makes of one field at the service, for a person to read.
 *
 * @param path where the field is, as in a PatchObject
 * @param from what the service has; null if it has nothing there
 * @param to what it is to have; null if the field goes
 */
public record FieldChange(String path, Object from, Object to) {
  /** What every record has by itself; nobody edited it. */
  private static final Set<String> GIVEN = Set.of("@type", "uid", "version");

  /** Those of an edit, in the order of the record; none for a deletion, which is of the whole. */
  public static List<FieldChange> of(PendingEdit edit) {
    return of(edit.kind(), edit.baseObject(), edit.dataObject());
  }

  static List<FieldChange> of(EditKind kind, Map<String, Object> base, Map<String, Object> data) {
    return kind == EditKind.DELETE ? List.of() : between(base, data);
  }

  /** What is different afterwards. */
  public static List<FieldChange> between(Map<String, Object> base, Map<String, Object> data) {
    List<FieldChange> changes = new ArrayList<>();
    Patch.between(base, data)
        .changes()
        .forEach(
            (path, value) -> {
              if (!GIVEN.contains(path)) {
                changes.add(new FieldChange(path, at(base, path), value));
              }
            });
    return List.copyOf(changes);
  }

  private static Object at(Map<String, Object> base, String path) {
    Object value = base;
    for (String name : path.split("/", -1)) {
      value =
          value instanceof Map<?, ?> object
              ? object.get(name.replace("~1", "/").replace("~0", "~"))
              : null;
    }
    return value;
  }
}
