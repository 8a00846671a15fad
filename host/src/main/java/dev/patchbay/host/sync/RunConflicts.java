package dev.patchbay.host.sync;

import dev.patchbay.host.persistence.SqlInstant;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the conflicts that runs met. A conflict is noted by the run that finds it, and a
 * connection has one run of a type at a time, so the time tells which run it was.
 */
@Singleton
class RunConflicts {
  private static final String COUNT =
      "select count(*) from conflict where tenant_id = ? and connection_id = ? and type = ?"
          + " and noticed_at >= ? and (cast(? as timestamp(6) with time zone) is null"
          + " or noticed_at <= ?)";

  /** How many each run met, by the run's id; those that met none are left out. */
  Map<String, Long> of(Connection database, String tenantId, List<SyncRun> runs)
      throws SQLException {
    Map<String, Long> found = new HashMap<>();
    try (PreparedStatement statement = database.prepareStatement(COUNT)) {
      for (SyncRun run : runs) {
        if (run.startedAt() != null) {
          count(statement, tenantId, run, found);
        }
      }
    }
    return found;
  }

  private static void count(
      PreparedStatement statement, String tenantId, SyncRun run, Map<String, Long> found)
      throws SQLException {
    statement.setString(1, tenantId);
    statement.setString(2, run.connectionId());
    statement.setString(3, run.type());
    SqlInstant.set(statement, 4, run.startedAt());
    SqlInstant.set(statement, 5, run.finishedAt());
    SqlInstant.set(statement, 6, run.finishedAt());
    try (ResultSet row = statement.executeQuery()) {
      if (row.next() && row.getLong(1) > 0) {
        found.put(run.id(), row.getLong(1));
      }
    }
  }
}
