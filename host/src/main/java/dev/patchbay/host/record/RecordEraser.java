package dev.patchbay.host.record;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;

/**
 * Erases what is known of a connection's items. Of each record an empty tombstone stays in the
 * feed, so that the CRM learns of it; it bears no word of what was in the record.
 */
@Singleton
public class RecordEraser {
  private static final String STATES =
      "delete from sync_state where collection_id in"
          + " (select id from collection where tenant_id = ? and connection_id = ?)";
  private static final String COLLECTIONS =
      "delete from collection where tenant_id = ? and connection_id = ?";

  private static final String DEPARTURES =
      "delete from departure where tenant_id = ? and connection_id = ?";

  private final RecordStore records;
  private final Clock clock;

  @Inject
  public RecordEraser(RecordStore records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  public void erase(Connection database, String tenantId, String connectionId) throws SQLException {
    records.erase(database, tenantId, connectionId, clock.instant());
    run(database, STATES, tenantId, connectionId);
    run(database, DEPARTURES, tenantId, connectionId);
    run(database, COLLECTIONS, tenantId, connectionId);
  }

  private static void run(Connection database, String sql, String tenantId, String connectionId)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, tenantId);
      statement.setString(2, connectionId);
      statement.executeUpdate();
    }
  }
}
