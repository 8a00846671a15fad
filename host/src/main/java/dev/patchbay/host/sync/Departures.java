package dev.patchbay.host.sync;

import dev.patchbay.host.record.Deletion;
import dev.patchbay.host.record.RecordScope;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps which items left a collection, until it is known whether they came to another one. A move
 * takes the record along, with its id and with the edits that wait.
 */
@Singleton
class Departures {
  private static final String ELSEWHERE =
      "select r.external_id, r.collection_id, r.deleted_at"
          + " from unnest(cast(? as varchar array)) i (external_id)"
          + " join collection c on c.connection_id = ? and c.type = ? and c.id <> ?"
          + " join record r on r.collection_id = c.id and r.external_id = i.external_id"
          + " where not c.lost and (r.deleted_at is null or exists (select 1 from edit e"
          + " where e.connection_id = r.connection_id and e.type = r.type and e.record_id = r.id"
          + " and e.kind = 'DELETE'))";
  private static final String OF =
      "select collection_id, external_id, reason, merged_into, run_id from departure"
          + " where connection_id = ? and type = ?";
  private static final String UNSENT =
      "select e.collection_id, r.external_id from edit e join record r"
          + " on r.connection_id = e.connection_id and r.type = e.type and r.id = e.record_id"
          + " where e.connection_id = ? and e.type = ? and e.kind = 'CREATE'"
          + " and r.deleted_at is null";
  private static final String INSERT =
      "insert into departure (tenant_id, connection_id, type, reason, merged_into, run_id,"
          + " collection_id, external_id) values (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String REMOVE =
      "delete from departure where collection_id = ? and external_id = ?";
  private static final String LIVE =
      "select 1 from record where collection_id = ? and external_id = ? and deleted_at is null";
  private static final String MAKE_ROOM =
      "update record set external_id = id where collection_id = ? and external_id = ?"
          + " and deleted_at is not null";
  private static final String MOVE_EDIT =
      "update edit set collection_id = ?, move_to = nullif(move_to, ?)"
          + " where collection_id = ? and connection_id = ?"
          + " and type = ? and record_id = (select id from record"
          + " where collection_id = ? and external_id = ?)";
  private static final String MOVE_RECORD =
      "update record set collection_id = ? where collection_id = ? and external_id = ?";

  /** Which of these items other collections of the connection hold. */
  Map<String, Elsewhere> elsewhere(
      Connection database, RecordScope scope, Collection<String> externalIds) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(ELSEWHERE)) {
      statement.setArray(1, database.createArrayOf("varchar", externalIds.toArray()));
      statement.setString(2, scope.connectionId());
      statement.setString(3, scope.type());
      statement.setString(4, scope.collectionId());
      Map<String, Elsewhere> found = new HashMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          boolean deleted = rows.getObject(3) != null;
          found.put(rows.getString(1), new Elsewhere(rows.getString(2), deleted));
        }
      }
      return found;
    }
  }

  List<Departure> of(Connection database, String connectionId, String type) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(OF)) {
      statement.setString(1, connectionId);
      statement.setString(2, type);
      List<Departure> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Deletion deletion = new Deletion(rows.getString(2), rows.getString(3), rows.getString(4));
          found.add(new Departure(rows.getString(1), deletion, rows.getString(5)));
        }
      }
      return found;
    }
  }

  /** What cannot have left, since it never was there. */
  Unsent unsent(Connection database, String connectionId, String type) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(UNSENT)) {
      statement.setString(1, connectionId);
      statement.setString(2, type);
      Map<String, Set<String>> found = new HashMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.computeIfAbsent(rows.getString(1), x -> new HashSet<>()).add(rows.getString(2));
        }
      }
      return new Unsent(found);
    }
  }

  /** Remembers one; an older word on the same item is forgotten. */
  void note(Connection database, RecordScope scope, String runId, Deletion deletion)
      throws SQLException {
    remove(database, scope.collectionId(), deletion.externalId());
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      statement.setString(1, scope.tenantId());
      statement.setString(2, scope.connectionId());
      statement.setString(3, scope.type());
      statement.setString(4, deletion.reason());
      statement.setString(5, deletion.mergedInto());
      statement.setString(6, runId);
      statement.setString(7, scope.collectionId());
      statement.setString(8, deletion.externalId());
      statement.executeUpdate();
    }
  }

  void remove(Connection database, String collectionId, String externalId) throws SQLException {
    execute(database, REMOVE, collectionId, externalId);
  }

  /**
   * Takes the record of an item that moved, and its edit, to the collection where it now is. The
   * tombstone of an earlier stay there makes room.
   *
   * @return whether the record is not deleted here
   */
  boolean move(Connection database, RecordScope to, String from, String externalId)
      throws SQLException {
    boolean live = isLive(database, from, externalId);
    execute(database, MAKE_ROOM, to.collectionId(), externalId);
    execute(
        database,
        MOVE_EDIT,
        to.collectionId(),
        to.collectionId(),
        from,
        to.connectionId(),
        to.type(),
        from,
        externalId);
    execute(database, MOVE_RECORD, to.collectionId(), from, externalId);
    remove(database, from, externalId);
    return live;
  }

  /** Whether a collection holds the item, as far as is known. */
  boolean isLive(Connection database, String collectionId, String externalId) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(LIVE)) {
      statement.setString(1, collectionId);
      statement.setString(2, externalId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void execute(Connection database, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }
}
