package dev.patchbay.host.credential;

import dev.patchbay.host.persistence.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The right to renew a credential, which one node has at a time. Each statement stands on its own:
 * nobody renews within a transaction, since none may wait for a service.
 */
@Singleton
public class Renewals {
  private static final int SECONDS_FOR_A_LOCK = 1;
  private static final String NEW_END = "current_timestamp + interval '%d' second";
  private static final String LEASE =
      "update credential set lease_owner = ?, lease_until = "
          + NEW_END
          + " where tenant_id = ? and connection_id = ? and version = ?"
          + " and (lease_until is null or lease_until <= current_timestamp)";
  private static final String PROLONG =
      "update credential set lease_until = "
          + NEW_END
          + " where tenant_id = ? and connection_id = ? and lease_owner = ?";
  private static final String RELEASE =
      "update credential set lease_owner = null, lease_until = null"
          + " where tenant_id = ? and connection_id = ? and lease_owner = ?";

  private final Database database;

  @Inject
  public Renewals(Database database) {
    this.database = database;
  }

  /**
   * Takes the right to renew this version, unless somebody else has it or has renewed it, and tells
   * whether it was free. Its end is by the database's clock, since nodes may disagree about theirs.
   */
  public boolean lease(Holder holder, long version, String owner, Duration time) {
    return change(
            LEASE.formatted(time.toSeconds()),
            statement -> {
              statement.setString(1, owner);
              statement.setString(2, holder.tenantId());
              statement.setString(3, holder.connectionId());
              statement.setLong(4, version);
            })
        == 1;
  }

  /**
   * Has the right end so much later than now, if it is still the owner's.
   *
   * @throws dev.patchbay.host.persistence.DatabaseFailure also if another holds the row for long
   */
  public void prolong(Holder holder, String owner, Duration time) {
    change(
        PROLONG.formatted(time.toSeconds()),
        statement -> {
          statement.setQueryTimeout(SECONDS_FOR_A_LOCK);
          own(statement, holder, owner);
        });
  }

  /** Gives the right back, if it is still the owner's. */
  public void release(Holder holder, String owner) {
    change(RELEASE, statement -> own(statement, holder, owner));
  }

  private static void own(PreparedStatement statement, Holder holder, String owner)
      throws SQLException {
    statement.setString(1, holder.tenantId());
    statement.setString(2, holder.connectionId());
    statement.setString(3, owner);
  }

  private int change(String sql, Setting values) {
    return database.read(connection -> changed(connection, sql, values));
  }

  private static int changed(Connection connection, String sql, Setting values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      values.set(statement);
      return statement.executeUpdate();
    }
  }

  /** Sets the values of a statement. */
  @FunctionalInterface
  private interface Setting {
    void set(PreparedStatement statement) throws SQLException;
  }
}
