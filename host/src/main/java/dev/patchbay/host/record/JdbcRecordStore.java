package dev.patchbay.host.record;

import dev.patchbay.api.sync.Change;
import dev.patchbay.host.persistence.SqlInstant;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What both databases do alike. */
abstract class JdbcRecordStore implements RecordStore {
  private static final int ROWS_AT_ONCE = 5_000;
  private static final String DELETE =
      "update record set deleted_at = ?, updated_at = ?, deleted_reason = ?, merged_into = ?,"
          + " change_seq = ? where collection_id = ? and external_id = ?";
  private static final String EXTERNAL_IDS =
      "select external_id from record where collection_id = ? and deleted_at is null";

  private static final String ERASABLE =
      "select count(*) from record where tenant_id = ? and connection_id = ?"
          + " and (deleted_at is null or deleted_reason <> 'erased')";

  /** Asks for the position and the stored state of each change that makes a difference. */
  abstract String comparison();

  /** Empties the records that {@link #ERASABLE} counts and numbers their places in the feed. */
  abstract String erasure();

  @Override
  public void erase(Connection database, String tenantId, String connectionId, Instant now)
      throws SQLException {
    int count = erasable(database, tenantId, connectionId);
    if (count == 0) {
      return;
    }
    long firstSeq = takeChanges(database, tenantId, count);
    try (PreparedStatement statement = database.prepareStatement(erasure())) {
      statement.setString(1, tenantId);
      statement.setString(2, connectionId);
      SqlInstant.set(statement, 3, now);
      SqlInstant.set(statement, 4, now);
      statement.setLong(5, firstSeq - 1);
      requireAll(count, statement.executeUpdate());
    }
  }

  private static int erasable(Connection database, String tenantId, String connectionId)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(ERASABLE)) {
      statement.setString(1, tenantId);
      statement.setString(2, connectionId);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  @Override
  public List<Difference> compare(Connection database, String collectionId, List<Change> changes)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(comparison())) {
      statement.setArray(
          1, text(database, changes.stream().map(Change::externalId).toArray(String[]::new)));
      statement.setArray(
          2,
          text(
              database, changes.stream().map(JdbcRecordStore::fingerprint).toArray(String[]::new)));
      statement.setString(3, collectionId);
      try (ResultSet rows = statement.executeQuery()) {
        return differences(rows, changes);
      }
    }
  }

  private static List<Difference> differences(ResultSet rows, List<Change> changes)
      throws SQLException {
    List<Difference> found = new ArrayList<>();
    while (rows.next()) {
      Change change = changes.get(rows.getInt(1) - 1);
      found.add(new Difference(change, Difference.Stored.valueOf(rows.getString(2))));
    }
    return found;
  }

  @Override
  public void delete(
      Connection database, RecordScope scope, List<Deletion> deletions, long firstSeq, Instant now)
      throws SQLException {
    for (int from = 0; from < deletions.size(); from += ROWS_AT_ONCE) {
      int to = Math.min(deletions.size(), from + ROWS_AT_ONCE);
      deletePart(database, scope, deletions.subList(from, to), firstSeq + from, now);
    }
  }

  private static void deletePart(
      Connection database, RecordScope scope, List<Deletion> deletions, long firstSeq, Instant now)
      throws SQLException {
    long seq = firstSeq;
    try (PreparedStatement statement = database.prepareStatement(DELETE)) {
      for (Deletion deletion : deletions) {
        SqlInstant.set(statement, 1, now);
        SqlInstant.set(statement, 2, now);
        statement.setString(3, deletion.reason());
        statement.setString(4, deletion.mergedInto());
        statement.setLong(5, seq++);
        statement.setString(6, scope.collectionId());
        statement.setString(7, deletion.externalId());
        statement.addBatch();
      }
      requireOneEach(statement.executeBatch());
    }
  }

  @Override
  public void forEachExternalId(Connection database, String collectionId, Consumer<String> visitor)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(EXTERNAL_IDS)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      statement.setString(1, collectionId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          visitor.accept(rows.getString(1));
        }
      }
    }
  }

  static Array text(Connection database, String... values) throws SQLException {
    return database.createArrayOf("varchar", values);
  }

  static void requireOneEach(int... counts) {
    for (int count : counts) {
      requireAll(1, count);
    }
  }

  static void requireAll(int rows, int changed) {
    if (rows != changed) {
      throw new IllegalStateException(
          "Of " + rows + " records " + changed + " could be written: somebody else changed them");
    }
  }

  private static String fingerprint(Change change) {
    return change instanceof Change.Upsert upsert ? upsert.fingerprint() : null;
  }
}
