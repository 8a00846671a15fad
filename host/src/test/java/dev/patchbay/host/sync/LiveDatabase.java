package dev.patchbay.host.sync;

import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.persistence.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database under test, looked at from outside the engine. */
record LiveDatabase(Dialect dialect, DataSource source) {

  static LiveDatabase clean(Dialect dialect) {
    return new LiveDatabase(dialect, TestDatabase.clean(dialect).dataSource());
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
