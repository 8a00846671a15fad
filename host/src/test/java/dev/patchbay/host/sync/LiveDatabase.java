package dev.patchbay.host.sync;

import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.persistence.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database under test, looked at from outside the engine. */
record LiveDatabase(Dialect dialect, DataSource source) {
  private static final Map<Dialect, LiveDatabase> SWEPT = new EnumMap<>(Dialect.class);
  private static final String SWEEPING =
      Stream.of(
              "record",
              "edit",
              "conflict",
              "crm_link",
              "collection",
              "departure",
              "sync_state",
              "sync_task",
              "sync_run",
              "sync_setting",
              "push_consent",
              "change_counter",
              "answered_request")
          .map("delete from "::concat)
          .collect(Collectors.joining(";"));

  static LiveDatabase clean(Dialect dialect) {
    return new LiveDatabase(dialect, TestDatabase.clean(dialect).dataSource());
  }

  /**
   * The same, made for thousands of tests in a row: connections are kept unless another test has
   * ended them, and only what a sync writes is removed.
   */
  static synchronized LiveDatabase swept(Dialect dialect) {
    LiveDatabase database =
        SWEPT.compute(
            dialect, (kind, known) -> known != null && known.isConnected() ? known : pooled(kind));
    database.execute(SWEEPING);
    return database;
  }

  private boolean isConnected() {
    try (Connection connection = source.getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private static LiveDatabase pooled(Dialect dialect) {
    LiveDatabase database = clean(dialect);
    return new LiveDatabase(
        dialect, database.pool().<DataSource>map(p -> p).orElse(database.source));
  }

  /** Returns a pool for tests that open many connections, which PostgreSQL does slowly. */
  Optional<JdbcConnectionPool> pool() {
    if (source instanceof PGSimpleDataSource postgres) {
      PGConnectionPoolDataSource connections = new PGConnectionPoolDataSource();
      connections.setURL(postgres.getURL());
      connections.setUser(postgres.getUser());
      return Optional.of(JdbcConnectionPool.create(connections));
    }
    return Optional.empty();
  }

  /** Has the database itself count the rows of records and change counters written from now on. */
  RowCounter counter() {
    return switch (dialect) {
      case H2 -> CountingTrigger.on(this);
      case POSTGRESQL -> new PostgresStatistics(this);
    };
  }

  long number(String query) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  void execute(String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** How many rows were written since it was made. */
  interface RowCounter extends AutoCloseable {
    long rowsWritten();

    @Override
    default void close() {}
  }
}
