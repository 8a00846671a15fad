package dev.patchbay.host.record;

import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.SqlInstant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Forgets records that were deleted long ago, the oldest changes first, and writes down up to which
 * change that was done, so that nobody who was away for longer takes the feed for complete.
 */
@Singleton
public class Tombstones {
  private static final int AT_ONCE = 500;
  private static final String TENANTS = "select tenant_id from change_counter";
  private static final String OLD =
      "select connection_id, type, id, change_seq from record r"
          + " where tenant_id = ? and deleted_at is not null and deleted_at < ?"
          + " and not exists (select 1 from edit e where e.connection_id = r.connection_id"
          + " and e.type = r.type and e.record_id = r.id)"
          + " order by tenant_id, change_seq limit ?";
  private static final String REMOVE =
      "delete from record where connection_id = ? and type = ? and id = ? and change_seq = ?"
          + " and not exists (select 1 from edit e where e.connection_id = record.connection_id"
          + " and e.type = record.type and e.record_id = record.id)";
  private static final String UNLINK =
      "delete from crm_link where connection_id = ? and type = ? and record_id = ?";
  private static final String NOTE =
      "update change_counter set forgotten_seq = ? where tenant_id = ? and forgotten_seq < ?";

  private final Database database;
  private final RecordStore store;

  @Inject
  public Tombstones(Database database, RecordStore store) {
    this.database = database;
    this.store = store;
  }

  /** Forgets all that were deleted before a time, in small transactions. */
  public void forget(Instant before) {
    for (String tenant : database.read(Tombstones::tenants)) {
      int forgotten;
      do {
        forgotten = forget(tenant, before);
      } while (forgotten == AT_ONCE);
    }
  }

  private static List<String> tenants(Connection database) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(TENANTS);
        ResultSet rows = statement.executeQuery()) {
      List<String> tenants = new ArrayList<>();
      while (rows.next()) {
        tenants.add(rows.getString(1));
      }
      return tenants;
    }
  }

  /** The old ones are looked for before the lock, which keeps all writers of the tenant waiting. */
  private int forget(String tenantId, Instant before) {
    List<Old> old = database.read(db -> old(db, tenantId, before));
    return old.isEmpty()
        ? 0
        : database.write(
            db -> {
              store.takeChanges(db, tenantId, 0);
              return remove(db, tenantId, old);
            });
  }

  private static List<Old> old(Connection database, String tenantId, Instant before)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(OLD)) {
      statement.setString(1, tenantId);
      SqlInstant.set(statement, 2, before);
      statement.setInt(3, AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        List<Old> found = new ArrayList<>();
        while (rows.next()) {
          found.add(
              new Old(rows.getString(1), rows.getString(2), rows.getString(3), rows.getLong(4)));
        }
        return found;
      }
    }
  }

  private static int remove(Connection database, String tenantId, List<Old> old)
      throws SQLException {
    for (Old one : old) {
      try (PreparedStatement statement = database.prepareStatement(REMOVE)) {
        one.set(statement);
        statement.setLong(4, one.changeSeq());
        if (statement.executeUpdate() == 1) {
          unlink(database, one);
        }
      }
    }
    note(database, tenantId, old.get(old.size() - 1).changeSeq());
    return old.size();
  }

  private static void unlink(Connection database, Old one) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(UNLINK)) {
      one.set(statement);
      statement.executeUpdate();
    }
  }

  private static void note(Connection database, String tenantId, long seq) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(NOTE)) {
      statement.setLong(1, seq);
      statement.setString(2, tenantId);
      statement.setLong(3, seq);
      statement.executeUpdate();
    }
  }

  private record Old(String connectionId, String type, String id, long changeSeq) {

    void set(PreparedStatement statement) throws SQLException {
      statement.setString(1, connectionId);
      statement.setString(2, type);
      statement.setString(3, id);
    }
  }
}
