package dev.patchbay.host.record;

import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads a tenant's feed. A place is handed out while the counter's row is locked and the lock is
 * held until the commit, so everything up to the counter that is read first is there to be read.
 */
@Singleton
public class Feed {
  private static final String STATE =
      "select last_seq, forgotten_seq from change_counter where tenant_id = ?";

  private final Records records;
  private final Database database;

  @Inject
  public Feed(Records records, Database database) {
    this.records = records;
    this.database = database;
  }

  /** The changes after a place; 410 if deletions after it are no longer known. */
  ChangePage read(ChangeQuery query, FeedPlace after, PageQuery page) {
    FeedState before = state(query.tenantId());
    FeedPlace place = after.from(before);
    List<StoredRecord> rows = records.changes(query, place.seq(), page.rows());
    place.require(state(query.tenantId()));
    return ChangePage.cut(page, place, rows, before.last());
  }

  private FeedState state(String tenantId) {
    return database.read(db -> state(db, tenantId));
  }

  private static FeedState state(Connection database, String tenantId) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(STATE)) {
      statement.setString(1, tenantId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? new FeedState(row.getLong(1), row.getLong(2)) : FeedState.EMPTY;
      }
    }
  }
}
