package dev.patchbay.host.sync;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows that say what is kept in sync; each is locked by whoever starts or ends a run. */
@Singleton
class SyncTasks {
  private static final String SELECT =
      "select tenant_id, connection_id, type, run_id, stalled_reason from sync_task"
          + " where connection_id = ?";
  private static final String INSERT =
      "insert into sync_task (connection_id, type, tenant_id) values (?, ?, ?)";
  private static final String ACTIVATE =
      "update sync_task set run_id = ? where connection_id = ? and type = ?";
  private static final String STALL =
      "update sync_task set stalled_reason = ? where connection_id = ? and type = ?";
  private static final String REMOVE = "delete from sync_task where connection_id = ? and type = ?";

  /** Locks the task until the end of the transaction. */
  Optional<SyncTask> lock(Connection database, String connectionId, String type)
      throws SQLException {
    try (PreparedStatement statement =
        database.prepareStatement(SELECT + " and type = ? for update")) {
      statement.setString(1, connectionId);
      statement.setString(2, type);
      return read(statement).stream().findFirst();
    }
  }

  /** The tasks of a connection, not locked. */
  List<SyncTask> of(Connection database, String connectionId) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(SELECT + " order by type")) {
      statement.setString(1, connectionId);
      return read(statement);
    }
  }

  private static List<SyncTask> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<SyncTask> found = new ArrayList<>();
      while (rows.next()) {
        found.add(
            new SyncTask(
                rows.getString("tenant_id"),
                rows.getString("connection_id"),
                rows.getString("type"),
                Optional.ofNullable(rows.getString("run_id")),
                Optional.ofNullable(rows.getString("stalled_reason"))));
      }
      return found;
    }
  }

  void insert(Connection database, String tenantId, String connectionId, String type)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      statement.setString(1, connectionId);
      statement.setString(2, type);
      statement.setString(3, tenantId);
      statement.executeUpdate();
    }
  }

  /** Remembers the task's active run, or with null that there is none. */
  void activate(Connection database, String connectionId, String type, String runId)
      throws SQLException {
    set(database, ACTIVATE, runId, connectionId, type);
  }

  /** Remembers why it gets nowhere, or with null that it moves. */
  void stall(Connection database, String connectionId, String type, String reason)
      throws SQLException {
    set(database, STALL, reason, connectionId, type);
  }

  private static void set(
      Connection database, String sql, String value, String connectionId, String type)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, value);
      statement.setString(2, connectionId);
      statement.setString(3, type);
      statement.executeUpdate();
    }
  }

  void remove(Connection database, String connectionId, String type) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(REMOVE)) {
      statement.setString(1, connectionId);
      statement.setString(2, type);
      statement.executeUpdate();
    }
  }
}
