package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Cursor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Keeps how far each collection was read. */
@Singleton
class SyncStates {
  private static final String FIND =
      "select phase, resume_at, completed_run_id from sync_state where collection_id = ?";
  private static final String INSERT =
      "insert into sync_state (phase, resume_at, completed_run_id, collection_id)"
          + " values (?, ?, ?, ?)";
  private static final String UPDATE =
      "update sync_state set phase = ?, resume_at = ?, completed_run_id = ?"
          + " where collection_id = ?";

  private static final String STANDSTILL =
      "select standstills, standstill_run_id from sync_state where collection_id = ?";
  private static final String KEEP =
      "update sync_state set standstills = ?, standstill_run_id = ? where collection_id = ?";

  SyncState of(Connection database, String collectionId) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(FIND)) {
      statement.setString(1, collectionId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? read(row) : SyncState.initial();
      }
    }
  }

  private static SyncState read(ResultSet row) throws SQLException {
    String cursor = row.getString("resume_at");
    return new SyncState(
        Phase.valueOf(row.getString("phase")),
        cursor.isEmpty() ? Cursor.start() : Cursor.of(cursor),
        Optional.ofNullable(row.getString("completed_run_id")));
  }

  void save(Connection database, String collectionId, SyncState state) throws SQLException {
    if (write(database, UPDATE, collectionId, state) == 0) {
      write(database, INSERT, collectionId, state);
    }
  }

  Standstill standstill(Connection database, String collectionId) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(STANDSTILL)) {
      statement.setString(1, collectionId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? new Standstill(row.getInt(1), Optional.ofNullable(row.getString(2)))
            : Standstill.NONE;
      }
    }
  }

  void keep(Connection database, String collectionId, Standstill standstill) throws SQLException {
    save(database, collectionId, of(database, collectionId));
    try (PreparedStatement statement = database.prepareStatement(KEEP)) {
      statement.setInt(1, standstill.runs());
      statement.setString(2, standstill.runId().orElse(null));
      statement.setString(3, collectionId);
      statement.executeUpdate();
    }
  }

  private static int write(Connection database, String sql, String collectionId, SyncState state)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, state.phase().name());
      statement.setString(2, state.cursor().value());
      statement.setString(3, state.completedBy().orElse(null));
      statement.setString(4, collectionId);
      return statement.executeUpdate();
    }
  }
}
