package dev.patchbay.system;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * The one transaction that PostgreSQL itself stops at its commit: everything is written, nothing is
 * committed, and the test decides what becomes of it. All must be made before the first is reached,
 * since a trigger waits for whoever writes to its table.
 */
final class HeldCommit {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final DataSource database;
  private final Connection holder;
  private final int number;

  private HeldCommit(DataSource database, Connection holder, int number) {
    this.database = database;
    this.holder = holder;
    this.number = number;
  }

  /**
   * @param event as {@code UPDATE}
   * @param when says which rows, in terms of {@code new} and {@code old}
   */
  static HeldCommit of(DataSource database, String table, String event, String when) {
    int number = NUMBERS.incrementAndGet();
    try {
      Connection holder = database.getConnection();
      execute(holder, "SELECT pg_advisory_lock(%d)".formatted(number));
      execute(
          holder,
          """
          CREATE FUNCTION held_commit_%1$d() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN PERFORM pg_advisory_xact_lock_shared(%1$d); RETURN NULL; END $$
          """
              .formatted(number));
      execute(
          holder,
          """
          CREATE CONSTRAINT TRIGGER held_commit_%1$d AFTER %2$s ON %3$s
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (%4$s)
          EXECUTE FUNCTION held_commit_%1$d()
          """
              .formatted(number, event, table, when));
      return new HeldCommit(database, holder, number);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  boolean isReached() {
    return waiting().isPresent();
  }

  /** The transaction ends as if its process had died before the commit. */
  void rollBack() {
    int waiting = waiting().orElseThrow();
    try (Connection connection = database.getConnection()) {
      execute(connection, "SELECT pg_terminate_backend(%d)".formatted(waiting));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    open(waiting);
  }

  /** The transaction is committed, which its process does not learn any more. */
  void commit() {
    open(waiting().orElseThrow());
  }

  private void open(int waiting) {
    try (Connection unlocked = holder) {
      execute(unlocked, "SELECT pg_advisory_unlock(%d)".formatted(number));
      if (!Waiting.until(() -> !isThere(waiting), 1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The dead server's transaction does not end: " + waiting);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<Integer> waiting() {
    return find(
        "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = ?",
        number);
  }

  private boolean isThere(int pid) {
    return find("SELECT pid FROM pg_stat_activity WHERE pid = ?", pid).isPresent();
  }

  private Optional<Integer> find(String query, int parameter) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setInt(1, parameter);
      ResultSet rows = statement.executeQuery();
      return rows.next() ? Optional.of(rows.getInt(1)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
