package dev.patchbay.host.record;

import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.mapping.ConnectionMapping;
import dev.patchbay.host.mapping.FieldMappings;
import dev.patchbay.host.mapping.TypeMapping;
import dev.patchbay.host.persistence.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells records by the CRM's own names too, where it has some; the others stay as they are. */
@Singleton
public class MappedRecords {
  private final FieldMappings mappings;
  private final Database database;

  @Inject
  public MappedRecords(FieldMappings mappings, Database database) {
    this.mappings = mappings;
    this.database = database;
  }

  /** The names that hold for records of a type of a connection. */
  public TypeMapping of(String tenantId, String connectionId, String type) {
    ConnectionMapping mapping =
        database.read(db -> mappings.of(db, tenantId, Set.of(connectionId))).get(connectionId);
    return mapping == null ? TypeMapping.none() : mapping.of(type);
  }

  StoredRecord tell(String tenantId, StoredRecord record) {
    return tell(tenantId, List.of(record)).get(0);
  }

  List<StoredRecord> tell(String tenantId, List<StoredRecord> records) {
    Set<String> ids = records.stream().map(StoredRecord::connectionId).collect(Collectors.toSet());
    Map<String, ConnectionMapping> all = database.read(db -> mappings.of(db, tenantId, ids));
    return all.isEmpty()
        ? records
        : records.stream().map(record -> tell(record, all.get(record.connectionId()))).toList();
  }

  private static StoredRecord tell(StoredRecord record, ConnectionMapping mapping) {
    return mapping == null ? record : tell(record, mapping.of(record.type()));
  }

  /** The record with what it holds by the CRM's names. */
  public static StoredRecord tell(StoredRecord record, TypeMapping mapping) {
    return mapping.isEmpty()
        ? record
        : record.called(mapping.fieldsOf(JsonObjects.read(record.data())));
  }
}
