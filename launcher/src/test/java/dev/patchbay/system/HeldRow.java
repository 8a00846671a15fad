package dev.patchbay.system;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A row that nobody else can change until this is closed. */
final class HeldRow implements AutoCloseable {
  private final DataSource database;
  private final Connection holder;

  private HeldRow(DataSource database, Connection holder) {
    this.database = database;
    this.holder = holder;
  }

  static HeldRow of(DataSource database, String table, String column, String value) {
    try {
      Connection holder = database.getConnection();
      holder.setAutoCommit(false);
      try (PreparedStatement select =
          holder.prepareStatement(
              "SELECT 1 FROM %s WHERE %s = ? FOR UPDATE".formatted(table, column))) {
        select.setString(1, value);
        select.executeQuery();
      }
      return new HeldRow(database, holder);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether anybody waits to change this column of it. */
  boolean isWanted(String column) {
    return waiting("count(*)", column) > 0;
  }

  /**
   * Ends the sessions that wait to change this column of it. A database that has not noticed that a
   * client is dead would still do what it was told.
   */
  void turnAway(String column) {
    if (waiting("count(pg_terminate_backend(pid))", column) == 0) {
      throw new IllegalStateException("Nobody waits to change " + column);
    }
  }

  private int waiting(String what, String column) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT "
                    + what
                    + " FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query ILIKE ?")) {
      select.setString(1, "update%" + column + "%=%where%");
      ResultSet rows = select.executeQuery();
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      holder.rollback();
      holder.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
