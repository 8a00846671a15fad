package dev.patchbay.host.edit;

import dev.patchbay.api.item.Patch;
import dev.patchbay.host.mapping.TypeMapping;
import dev.patchbay.host.problem.FieldError;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.record.MappedRecords;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.StoredRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where edits go, and what can be written there.
 *
 * @param fields the properties of the standard schema that the service lets write
 * @param seriesPath where an exception of a series names it; empty if series cannot be split
 * @param mapping what the CRM calls the fields
 * @param notice whether those who are invited are told
 */
record EditScope(
    String tenantId,
    String connectionId,
    String type,
    Set<String> fields,
    Optional<String> seriesPath,
    TypeMapping mapping,
    Notice notice) {

  /** The same, of whose edits others are told. */
  EditScope with(Notice other) {
    return new EditScope(tenantId, connectionId, type, fields, seriesPath, mapping, other);
  }

  /** The same edit in the standard schema. */
  Patch standard(Patch said, Map<String, Object> present) {
    return mapping.standard(said, present);
  }

  /** The record as the CRM calls its fields. */
  StoredRecord told(StoredRecord record) {
    return MappedRecords.tell(record, mapping);
  }

  RecordScope in(String collectionId) {
    return new RecordScope(tenantId, connectionId, type, collectionId);
  }

  /**
   * Refuses what the service does not let write.
   *
   * @param where stands before each name that is told
   */
  void require(Collection<String> paths, String where) {
    List<FieldError> errors =
        paths.stream()
            .filter(path -> !fields.contains(property(mapping.pathOf(path))))
            .map(path -> new FieldError(where + path, "cannot be written at this service"))
            .toList();
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  private static String property(String path) {
    return path.split("/", 2)[0].replace("~1", "/").replace("~0", "~");
  }
}
