package dev.patchbay.host.record;

import dev.patchbay.host.persistence.SqlInstant;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Writes single records, for edits and their answers. Each write takes the place in the feed that
 * its transaction took beforehand.
 */
@Singleton
public class RecordRows {
  private static final String WHERE = " where connection_id = ? and type = ? and id = ?";
  private static final String CHANGE =
      "update record set data = ?, change_seq = ?, updated_at = ?" + WHERE;
  private static final String SETTLE =
      "update record set external_id = ?, external_version = ?, fingerprint = ?, data = ?,"
          + " change_seq = ?, updated_at = ?"
          + WHERE;
  private static final String BURY =
      "update record set deleted_at = ?, updated_at = ?, deleted_reason = ?, change_seq = ?"
          + WHERE;
  private static final String GIVE_WAY =
      "update record set merged_into = external_id, external_id = id, external_version = null,"
          + " fingerprint = '', deleted_at = ?, updated_at = ?, deleted_reason = ?, change_seq = ?"
          + WHERE;
  private static final String MOVE =
      "update record set collection_id = ?, external_id = id" + WHERE;
  private static final String REVIVE =
      "update record set deleted_at = null, deleted_reason = null, merged_into = null" + WHERE;

  /** Keeps what the CRM made of the record. */
  public void change(
      Connection database, RecordScope scope, String id, String data, long seq, Instant now)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(CHANGE)) {
      statement.setString(1, data);
      statement.setLong(2, seq);
      SqlInstant.set(statement, 3, now);
      setRecord(statement, 4, scope, id);
      JdbcRecordStore.requireAll(1, statement.executeUpdate());
    }
  }

  /** Keeps where and in which version the service has the record, and what it is here. */
  public void settle(
      Connection database, RecordScope scope, RecordWrite write, long seq, Instant now)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(SETTLE)) {
      statement.setString(1, write.externalId());
      statement.setString(2, write.externalVersion());
      statement.setString(3, write.fingerprint());
      statement.setString(4, write.data());
      statement.setLong(5, seq);
      SqlInstant.set(statement, 6, now);
      setRecord(statement, 7, scope, write.recordId());
      JdbcRecordStore.requireAll(1, statement.executeUpdate());
    }
  }

  /** Marks the record as deleted; its data stays. */
  public void bury(
      Connection database, RecordScope scope, String id, String reason, long seq, Instant now)
      throws SQLException {
    bury(database, BURY, scope, id, reason, seq, now);
  }

  private static void bury(
      Connection database,
      String sql,
      RecordScope scope,
      String id,
      String reason,
      long seq,
      Instant now)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      SqlInstant.set(statement, 1, now);
      SqlInstant.set(statement, 2, now);
      statement.setString(3, reason);
      statement.setLong(4, seq);
      setRecord(statement, 5, scope, id);
      JdbcRecordStore.requireAll(1, statement.executeUpdate());
    }
  }

  /** Leaves the record's item to another record, and ends as a tombstone that tells of it. */
  public void giveWay(
      Connection database, RecordScope scope, String id, String reason, long seq, Instant now)
      throws SQLException {
    bury(database, GIVE_WAY, scope, id, reason, seq, now);
  }

  /** Takes a record that the service does not have to another collection. */
  public void move(Connection database, RecordScope to, String id) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(MOVE)) {
      statement.setString(1, to.collectionId());
      setRecord(statement, 2, to, id);
      JdbcRecordStore.requireAll(1, statement.executeUpdate());
    }
  }

  /** Takes the mark of deletion away. */
  public void revive(Connection database, RecordScope scope, String id) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(REVIVE)) {
      setRecord(statement, 1, scope, id);
      JdbcRecordStore.requireAll(1, statement.executeUpdate());
    }
  }

  private static void setRecord(PreparedStatement statement, int from, RecordScope scope, String id)
      throws SQLException {
    statement.setString(from, scope.connectionId());
    statement.setString(from + 1, scope.type());
    statement.setString(from + 2, id);
  }
}
