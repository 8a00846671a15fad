package dev.patchbay.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A real PostgreSQL for one server, or for several nodes. */
public final class PostgresDatabase implements AutoCloseable {
  private final EmbeddedPostgres postgres;
  private final String masterKey;

  private PostgresDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    this.masterKey = Base64.getEncoder().encodeToString(key);
  }

  public static PostgresDatabase start() {
    try {
      return new PostgresDatabase(EmbeddedPostgres.builder().start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
  }

  public String user() {
    return "postgres";
  }

  public String password() {
    return "postgres";
  }

  /**
   * Rows that were ever inserted, updated or deleted in these tables, by PostgreSQL's own count.
   */
  long rowsWritten(String... tables) {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables"
                    + " WHERE relname = ANY (?)")) {
      select.setArray(1, connection.createArrayOf("text", tables));
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The name of the node that runs a sync right now; empty if none does. */
  String nodeAtWork() {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT picked_by FROM scheduled_tasks WHERE picked AND task_name = 'pull'")) {
      return rows.next() ? rows.getString(1) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Until when a node has the right to renew the token of a connection; empty if none has it. */
  Optional<Instant> leaseOf(String connection) {
    return time(
        "SELECT lease_until FROM credential WHERE connection_id = '%s'".formatted(connection));
  }

  /** The time by which leases end. */
  Instant now() {
    return time("SELECT current_timestamp").orElseThrow();
  }

  private Optional<Instant> time(String query) {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next()
          ? Optional.ofNullable(rows.getTimestamp(1)).map(Timestamp::toInstant)
          : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps everybody else from changing a row. */
  HeldRow hold(String table, String column, String value) {
    return HeldRow.of(postgres.getPostgresDatabase(), table, column, value);
  }

  /** Keeps transactions that write such rows of a table from committing. */
  HeldCommit holdCommits(String table, String event, String when) {
    return HeldCommit.of(postgres.getPostgresDatabase(), table, event, when);
  }

  /** All nodes of one database need the same key. */
  String masterKey() {
    return masterKey;
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
