package dev.patchbay.host.edit;

import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.record.RecordRows;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Until the service has a new series, its exceptions name it as it is called here; then as the
 * service does.
 */
@Singleton
public class SplitNames {
  private static final String UID = "uid";

  private final RecordStore store;
  private final RecordRows rows;
  private final Edits edits;
  private final Clock clock;

  @Inject
  public SplitNames(RecordStore store, RecordRows rows, Edits edits, Clock clock) {
    this.store = store;
    this.rows = rows;
    this.edits = edits;
    this.clock = clock;
  }

  /**
   * Tells those that wait for it of an item that was made.
   *
   * @param held what the service holds
   */
  public void tell(
      Connection database,
      RecordScope scope,
      PendingEdit made,
      String externalId,
      Map<String, Object> held)
      throws SQLException {
    if (made.split().isEmpty()) {
      return;
    }
    Map<Object, Object> names =
        Map.of(made.recordId(), externalId, made.dataObject().getOrDefault(UID, ""), held.get(UID));
    for (PendingEdit edit :
        edits.ofSplit(database, scope.connectionId(), scope.type(), made.recordId())) {
      if (edit.split().orElseThrow().turn() == SplitPart.Turn.EXCEPTION) {
        String data = JsonObjects.write((Map<?, ?>) renamed(edit.dataObject(), names));
        long seq = store.takeChanges(database, scope.tenantId(), 1);
        rows.change(database, scope, edit.recordId(), data, seq, clock.instant());
      }
    }
  }

  private static Object renamed(Object value, Map<Object, Object> names) {
    if (value instanceof Map<?, ?> object) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      object.forEach((name, member) -> copy.put(name, renamed(member, names)));
      return copy;
    }
    return value instanceof List<?> list
        ? list.stream().map(member -> renamed(member, names)).toList()
        : names.getOrDefault(value, value);
  }
}
