package dev.patchbay.host.edit;

import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.SqlInstant;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordTitle;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The edits that wait for a person, and their way back among those that are sent. */
@Singleton
public class Quarantine {
  private static final String SELECT =
      "select e.record_id, e.type, e.kind, e.state, e.category, e.reason, e.edited_at, e.base,"
          + " r.data from edit e join record r"
          + " on r.connection_id = e.connection_id and r.type = e.type and r.id = e.record_id"
          + " where e.tenant_id = ? and e.connection_id = ?"
          + " and e.state in ('QUARANTINED', 'OUTCOME_UNKNOWN')";
  private static final String LIST = SELECT + " and e.record_id > ? order by e.record_id limit ?";
  private static final String FIND = SELECT + " and e.record_id = ?";
  private static final String RETRY =
      "update edit set state = 'WAITING', category = null, reason = null"
          + " where tenant_id = ? and connection_id = ? and record_id = ?"
          + " and state in ('QUARANTINED', 'OUTCOME_UNKNOWN')";

  private final Database database;
  private final Edits edits;
  private final EditUndo undo;
  private final Splits parts;
  private final SplitUndo splits;

  @Inject
  public Quarantine(Database database, Edits edits, EditUndo undo, Splits parts, SplitUndo splits) {
    this.database = database;
    this.edits = edits;
    this.undo = undo;
    this.parts = parts;
    this.splits = splits;
  }

  List<QuarantinedEdit> list(String tenantId, String connectionId, String after, int rows) {
    return database.read(db -> read(db, LIST, tenantId, connectionId, after, rows));
  }

  /** Has the edit sent again, whatever became of it before. */
  QuarantinedEdit retry(String tenantId, String connectionId, String recordId) {
    return database.write(
        db -> {
          QuarantinedEdit edit = require(db, tenantId, connectionId, recordId);
          try (PreparedStatement statement = db.prepareStatement(RETRY)) {
            set(statement, tenantId, connectionId, recordId);
            statement.executeUpdate();
          }
          return edit;
        });
  }

  /** Takes the edit back; the record is again what the service has. */
  QuarantinedEdit giveUp(String tenantId, String connectionId, String recordId) {
    return database.write(
        db -> {
          long seq = undo.place(db, tenantId);
          QuarantinedEdit edit = require(db, tenantId, connectionId, recordId);
          PendingEdit pending = edits.find(db, connectionId, edit.type(), recordId).orElseThrow();
          RecordScope scope =
              new RecordScope(tenantId, connectionId, edit.type(), pending.collectionId());
          parts.requireDispensable(db, scope, pending);
          undo.undo(db, scope, pending, seq);
          splits.without(db, scope, pending);
          return edit;
        });
  }

  private static QuarantinedEdit require(
      Connection db, String tenantId, String connectionId, String recordId) throws SQLException {
    return read(db, FIND, tenantId, connectionId, recordId).stream()
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("quarantined edit of a record", recordId));
  }

  private static List<QuarantinedEdit> read(Connection database, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      set(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        List<QuarantinedEdit> found = new ArrayList<>();
        while (rows.next()) {
          found.add(edit(rows));
        }
        return found;
      }
    }
  }

  private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  private static QuarantinedEdit edit(ResultSet row) throws SQLException {
    EditKind kind = EditKind.valueOf(row.getString("kind"));
    String base = row.getString("base");
    Map<String, Object> data = JsonObjects.read(row.getString("data"));
    return new QuarantinedEdit(
        row.getString("record_id"),
        row.getString("type"),
        RecordTitle.of(data),
        kind,
        EditState.valueOf(row.getString("state")),
        row.getString("category"),
        row.getString("reason"),
        SqlInstant.get(row, "edited_at"),
        FieldChange.of(kind, base == null ? Map.of() : JsonObjects.read(base), data));
  }
}
