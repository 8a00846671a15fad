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
