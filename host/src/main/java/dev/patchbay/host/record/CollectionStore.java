package dev.patchbay.host.record;

import dev.patchbay.host.persistence.SqlInstant;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rows of the collections of all connections. */
@Singleton
public class CollectionStore {
  private static final String FIND =
      "select id, type, external_id, name, is_primary, writable, color, time_zone, lost, records,"
          + " last_synced_at from collection where tenant_id = ? and connection_id = ? order by id";
  private static final String INSERT =
      "insert into collection (name, is_primary, writable, color, time_zone, tenant_id,"
          + " connection_id, type, external_id, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String UPDATE =
      "update collection set name = ?, is_primary = ?, writable = ?, color = ?, time_zone = ?,"
          + " lost = false where id = ?";
  private static final String LOSE = "update collection set lost = true where id = ?";
  private static final String GROW = "update collection set records = records + ? where id = ?";
  private static final String COMPLETE = "update collection set last_synced_at = ? where id = ?";

  /** The collections of a connection, of all types. */
  public List<StoredCollection> of(Connection database, String tenantId, String connectionId)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(FIND)) {
      statement.setString(1, tenantId);
      statement.setString(2, connectionId);
      try (ResultSet rows = statement.executeQuery()) {
        List<StoredCollection> found = new ArrayList<>();
        while (rows.next()) {
          found.add(read(rows));
        }
        return found;
      }
    }
  }

  private static StoredCollection read(ResultSet row) throws SQLException {
    return new StoredCollection(
        row.getString("id"),
        row.getString("type"),
        row.getString("external_id"),
        row.getString("name"),
        row.getBoolean("is_primary"),
        row.getBoolean("writable"),
        row.getString("color"),
        row.getString("time_zone"),
        row.getBoolean("lost"),
        row.getLong("records"),
        SqlInstant.get(row, "last_synced_at"));
  }

  /** Adds one that the service lists for the first time. */
  public void insert(
      Connection database, String tenantId, String connectionId, StoredCollection collection)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      setDescription(statement, collection);
      statement.setString(6, tenantId);
      statement.setString(7, connectionId);
      statement.setString(8, collection.type());
      statement.setString(9, collection.externalId());
      statement.setString(10, collection.id());
      statement.executeUpdate();
    }
  }

  /** Keeps what the service says of it now. */
  public void update(Connection database, StoredCollection collection) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(UPDATE)) {
      setDescription(statement, collection);
      statement.setString(6, collection.id());
      statement.executeUpdate();
    }
  }

  /** Remembers that the service no longer lists it. */
  public void lose(Connection database, String id) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(LOSE)) {
      statement.setString(1, id);
      statement.executeUpdate();
    }
  }

  /** Counts its records, which is cheaper than to count the rows at every look. */
  public void grow(Connection database, String id, long records) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(GROW)) {
      statement.setLong(1, records);
      statement.setString(2, id);
      statement.executeUpdate();
    }
  }

  /** Remembers when a pass over it was complete. */
  public void complete(Connection database, String id, Instant now) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(COMPLETE)) {
      SqlInstant.set(statement, 1, now);
      statement.setString(2, id);
      statement.executeUpdate();
    }
  }

  private static void setDescription(PreparedStatement statement, StoredCollection collection)
      throws SQLException {
    statement.setString(1, collection.name());
    statement.setBoolean(2, collection.primary());
    statement.setBoolean(3, collection.writable());
    statement.setString(4, collection.color());
    statement.setString(5, collection.timeZone());
  }
}
