package dev.patchbay.host.edit;

import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.host.persistence.SqlInstant;
import dev.patchbay.host.record.RecordScope;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of edits on their way, at most one for each record. Whoever changes them holds a place
 * in the tenant's feed, so that a pull, a push and the CRM never change one at the same time.
 */
@Singleton
public class Edits {
  private static final String SELECT =
      """
      select e.record_id, e.collection_id, e.kind, e.state, r.external_id, r.external_version,
        r.fingerprint, e.base, r.data, e.sent, r.deleted_at, e.send_key, e.generation, e.edited_at,
        e.reason, e.same_as, e.move_to, e.notice, e.split_id, e.split_turn, e.split_from
      from edit e join record r
        on r.connection_id = e.connection_id and r.type = e.type and r.id = e.record_id
      """;
  private static final String FIND =
      SELECT + "where e.connection_id = ? and e.type = ? and e.record_id = ?";
  private static final String OF_COLLECTION =
      SELECT + "where e.collection_id = ? order by e.edited_at, e.record_id";
  private static final String IN_STATE =
      SELECT
          + "where e.connection_id = ? and e.type = ? and e.state = ?"
          + " order by coalesce(e.split_turn, 0), e.edited_at, e.record_id";
  private static final String OF_SPLIT =
      SELECT
          + "where e.connection_id = ? and e.type = ? and e.split_id = ?"
          + " order by e.split_turn, e.record_id";
  private static final String INSERT =
      "insert into edit (kind, state, base, send_key, notice, edited_at, collection_id, tenant_id,"
          + " generation, connection_id, type, record_id)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)";
  private static final String REWORK =
      "update edit set kind = ?, state = ?, base = ?, send_key = ?, notice = ?,"
          + " generation = generation + 1, edited_at = ?, category = null, reason = null"
          + " where connection_id = ? and type = ? and record_id = ?";
  private static final String REBASE =
      "update edit set kind = ?, state = 'WAITING', base = ?, send_key = ?, notice = ?, sent = null,"
          + " same_as = 'none', category = null, reason = null"
          + " where connection_id = ? and type = ? and record_id = ?";
  private static final String SEND =
      "update edit set state = 'SENDING', sent = ?, notice = ?, category = null, reason = null"
          + " where connection_id = ? and type = ? and record_id = ?";
  private static final String MARK =
      "update edit set state = ?, category = ?, reason = ?"
          + " where connection_id = ? and type = ? and record_id = ?";
  private static final String DECIDE =
      "update edit set same_as = ? where connection_id = ? and type = ? and record_id = ?";
  private static final String MOVE =
      "update edit set collection_id = ?, move_to = null"
          + " where connection_id = ? and type = ? and record_id = ?";
  private static final String DESTINE =
      "update edit set move_to = ? where connection_id = ? and type = ? and record_id = ?";
  private static final String TELL =
      "update edit set notice = ? where connection_id = ? and type = ? and record_id = ?";
  private static final String REMOVE =
      "delete from edit where connection_id = ? and type = ? and record_id = ?";
  private static final String ERASE = "delete from edit where tenant_id = ? and connection_id = ?";
  private static final int LONGEST_REASON = 500;

  public Optional<PendingEdit> find(
      Connection database, String connectionId, String type, String recordId) throws SQLException {
    return read(database, FIND, connectionId, type, recordId).stream().findFirst();
  }

  /** All of a collection, the oldest first. */
  public List<PendingEdit> of(Connection database, String collectionId) throws SQLException {
    return read(database, OF_COLLECTION, collectionId);
  }

  /** Those that the split of a series needs, by their turns. */
  public List<PendingEdit> ofSplit(
      Connection database, String connectionId, String type, String splitId) throws SQLException {
    return read(database, OF_SPLIT, connectionId, type, splitId);
  }

  /** Those of all collections of a type in one state, the oldest first, by their turns. */
  public List<PendingEdit> in(
      Connection database, String connectionId, String type, EditState state) throws SQLException {
    return read(database, IN_STATE, connectionId, type, state.name());
  }

  private static List<PendingEdit> read(Connection database, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<PendingEdit> found = new ArrayList<>();
        while (rows.next()) {
          found.add(edit(rows));
        }
        return found;
      }
    }
  }

  private static PendingEdit edit(ResultSet row) throws SQLException {
    return new PendingEdit(
        row.getString("record_id"),
        row.getString("collection_id"),
        EditKind.valueOf(row.getString("kind")),
        EditState.valueOf(row.getString("state")),
        row.getString("external_id"),
        Optional.ofNullable(row.getString("external_version")),
        row.getString("fingerprint"),
        Optional.ofNullable(row.getString("base")),
        row.getString("data"),
        Optional.ofNullable(row.getString("sent")),
        row.getObject("deleted_at") != null,
        new IdempotencyKey(row.getString("send_key")),
        row.getLong("generation"),
        SqlInstant.get(row, "edited_at"),
        Optional.ofNullable(row.getString("reason")),
        Optional.ofNullable(row.getString("same_as")),
        Optional.ofNullable(row.getString("move_to")),
        Notice.valueOf(row.getString("notice")),
        SplitPart.of(row));
  }

  /** The first edit of a record since both sides agreed. */
  void insert(Connection database, RecordScope scope, String recordId, Intent intent, Instant now)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      set(statement, intent, EditState.WAITING);
      SqlInstant.set(statement, 6, now);
      statement.setString(7, scope.collectionId());
      statement.setString(8, scope.tenantId());
      setRecord(statement, 9, scope, recordId);
      statement.executeUpdate();
    }
  }

  /** Another edit of a record whose last one is still here. */
  void rework(
      Connection database,
      RecordScope scope,
      String recordId,
      Intent intent,
      EditState state,
      Instant now)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(REWORK)) {
      set(statement, intent, state);
      SqlInstant.set(statement, 6, now);
      setRecord(statement, 7, scope, recordId);
      statement.executeUpdate();
    }
  }

  /** The service holds something new, and the rest of the edit waits on top of it. */
  public void rebase(Connection database, RecordScope scope, String recordId, Intent intent)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(REBASE)) {
      statement.setString(1, intent.kind().name());
      statement.setString(2, intent.base().orElse(null));
      statement.setString(3, intent.key());
      statement.setString(4, intent.notice().name());
      setRecord(statement, 5, scope, recordId);
      statement.executeUpdate();
    }
  }

  /** Marks the edit as being sent, in the state that the record has now. */
  public void send(Connection database, RecordScope scope, PendingEdit edit) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(SEND)) {
      statement.setString(1, edit.data());
      statement.setString(2, edit.notice().sent().name());
      setRecord(statement, 3, scope, edit.recordId());
      statement.executeUpdate();
    }
  }

  public void mark(Connection database, RecordScope scope, String recordId, EditState state)
      throws SQLException {
    mark(database, scope, recordId, state, null, null);
  }

  /**
   * @param category the failure category, or null if it is none of the six
   * @param reason the service's own words, or null
   */
  public void mark(
      Connection database,
      RecordScope scope,
      String recordId,
      EditState state,
      String category,
      String reason)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(MARK)) {
      statement.setString(1, state.name());
      statement.setString(2, category);
      statement.setString(
          3,
          reason == null ? null : reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
      setRecord(statement, 4, scope, recordId);
      statement.executeUpdate();
    }
  }

  /**
   * Keeps what was decided of a new record.
   *
   * @param same the id of the record that it is the same as, or {@code none}
   */
  public void decide(Connection database, RecordScope scope, String recordId, String same)
      throws SQLException {
    set(database, DECIDE, same, scope, recordId);
  }

  /**
   * Has the item moved with the next push.
   *
   * @param to null if it is not to be moved any more
   */
  public void destine(Connection database, RecordScope scope, String recordId, String to)
      throws SQLException {
    set(database, DESTINE, to, scope, recordId);
  }

  /** Keeps whether the invitees are to be told. */
  public void tell(Connection database, RecordScope scope, String recordId, Notice notice)
      throws SQLException {
    set(database, TELL, notice.name(), scope, recordId);
  }

  /** Takes the edit to another collection, as its record, and there it stays. */
  public void move(Connection database, RecordScope to, String recordId) throws SQLException {
    set(database, MOVE, to.collectionId(), to, recordId);
  }

  private static void set(
      Connection database, String sql, String value, RecordScope scope, String recordId)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, value);
      setRecord(statement, 2, scope, recordId);
      statement.executeUpdate();
    }
  }

  public void remove(Connection database, RecordScope scope, String recordId) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(REMOVE)) {
      setRecord(statement, 1, scope, recordId);
      statement.executeUpdate();
    }
  }

  /** Removes all of a connection. */
  public void erase(Connection database, String tenantId, String connectionId) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(ERASE)) {
      statement.setString(1, tenantId);
      statement.setString(2, connectionId);
      statement.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, Intent intent, EditState state)
      throws SQLException {
    statement.setString(1, intent.kind().name());
    statement.setString(2, state.name());
    statement.setString(3, intent.base().orElse(null));
    statement.setString(4, intent.key());
    statement.setString(5, intent.notice().name());
  }

  private static void setRecord(
      PreparedStatement statement, int from, RecordScope scope, String recordId)
      throws SQLException {
    statement.setString(from, scope.connectionId());
    statement.setString(from + 1, scope.type());
    statement.setString(from + 2, recordId);
  }

  /**
   * What is to become of the item at the service.
   *
   * @param base what the service held when both sides last agreed, as JSON
   */
  public record Intent(EditKind kind, Optional<String> base, String key, Notice notice) {}
}
