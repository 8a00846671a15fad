package dev.patchbay.host.edit;

import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.SqlInstant;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The edits that wait for a person, and their way back among those that are sent. */
@Singleton
public class Quarantine {
  private static final String SELECT =
      "select record_id, type, kind, state, category, reason, edited_at from edit"
          + " where tenant_id = ? and connection_id = ?"
          + " and state in ('QUARANTINED', 'OUTCOME_UNKNOWN')";
  private static final String LIST = SELECT + " and record_id > ? order by record_id limit ?";
  private static final String FIND = SELECT + " and record_id = ?";
  private static final String RETRY =
      "update edit set state = 'WAITING', category = null, reason = null"
          + " where tenant_id = ? and connection_id = ? and record_id = ?"
          + " and state in ('QUARANTINED', 'OUTCOME_UNKNOWN')";

  private final Database database;
  private final EditScopes scopes;

  @Inject
  public Quarantine(Database database, EditScopes scopes) {
    this.database = database;
    this.scopes = scopes;
  }

  List<QuarantinedEdit> list(String tenantId, String connectionId, String after, int rows) {
    scopes.requireKnown(tenantId, connectionId);
    return database.read(db -> read(db, LIST, tenantId, connectionId, after, rows));
  }

  /** Has the edit sent again, whatever became of it before. */
  QuarantinedEdit retry(String tenantId, String connectionId, String recordId) {
    return database.write(
        db -> {
          QuarantinedEdit edit =
              read(db, FIND, tenantId, connectionId, recordId).stream()
                  .findFirst()
                  .orElseThrow(
                      () -> ProblemException.notFound("quarantined edit of a record", recordId));
          try (PreparedStatement statement = db.prepareStatement(RETRY)) {
            set(statement, tenantId, connectionId, recordId);
            statement.executeUpdate();
          }
          return edit;
        });
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
    return new QuarantinedEdit(
        row.getString("record_id"),
        row.getString("type"),
        EditKind.valueOf(row.getString("kind")),
        EditState.valueOf(row.getString("state")),
        row.getString("category"),
        row.getString("reason"),
        SqlInstant.get(row, "edited_at"));
  }
}
