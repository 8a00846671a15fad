package dev.patchbay.host.webhook;

import dev.patchbay.host.persistence.SqlInstant;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that say when each connection's subscriptions are due. Whoever moves a time on has taken
 * the connection for as long as that; if that node dies, it is due again then.
 */
@Singleton
class Upkeep {
  private static final String DUE =
      "select connection_id, tenant_id, due_at, failures from webhook_upkeep where due_at <= ?"
          + " order by due_at limit ?";
  private static final String MOVE =
      "update webhook_upkeep set due_at = ?, failures = ? where connection_id = ? and due_at = ?";
  private static final String WAKE = "update webhook_upkeep set due_at = ? where connection_id = ?";
  private static final String INSERT =
      "insert into webhook_upkeep (due_at, connection_id, tenant_id, failures) values (?, ?, ?, 0)";
  private static final String REMOVE =
      "delete from webhook_upkeep where tenant_id = ? and connection_id = ?";

  List<Due> due(Connection database, Instant now, int most) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(DUE)) {
      SqlInstant.set(statement, 1, now);
      statement.setInt(2, most);
      try (ResultSet rows = statement.executeQuery()) {
        List<Due> found = new ArrayList<>();
        while (rows.next()) {
          found.add(
              new Due(
                  rows.getString("tenant_id"),
                  rows.getString("connection_id"),
                  SqlInstant.get(rows, "due_at"),
                  rows.getInt("failures")));
        }
        return found;
      }
    }
  }

  /** Moves a time on; returns false if somebody else has meanwhile. */
  boolean move(Connection database, Due due, Instant next, int failures) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(MOVE)) {
      SqlInstant.set(statement, 1, next);
      statement.setInt(2, failures);
      statement.setString(3, due.connectionId());
      SqlInstant.set(statement, 4, due.at());
      return statement.executeUpdate() == 1;
    }
  }

  /** Makes a connection due at this time, whoever has taken it. */
  void wake(Connection database, String tenantId, String connectionId, Instant at)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(WAKE)) {
      SqlInstant.set(statement, 1, at);
      statement.setString(2, connectionId);
      if (statement.executeUpdate() == 0) {
        insert(database, tenantId, connectionId, at);
      }
    }
  }

  private static void insert(Connection database, String tenantId, String connectionId, Instant at)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      SqlInstant.set(statement, 1, at);
      statement.setString(2, connectionId);
      statement.setString(3, tenantId);
      statement.executeUpdate();
    }
  }

  void remove(Connection database, String tenantId, String connectionId) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(REMOVE)) {
      statement.setString(1, tenantId);
      statement.setString(2, connectionId);
      statement.executeUpdate();
    }
  }

  /** A connection whose time has come. */
  record Due(String tenantId, String connectionId, Instant at, int failures) {
    Due until(Instant time) {
      return new Due(tenantId, connectionId, time, failures);
    }
  }
}
