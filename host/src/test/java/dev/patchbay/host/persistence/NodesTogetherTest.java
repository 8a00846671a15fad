package dev.patchbay.host.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.fixture.Together;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.postgresql.ds.PGSimpleDataSource;

/** Nodes that find the same empty PostgreSQL at the same moment. */
class NodesTogetherTest {

  @RepeatedTest(3)
  void should_make_the_tables_once_when_nodes_start_together(RepetitionInfo repetition)
      throws Exception {
    DataSource empty = emptyDatabase("nodes_" + repetition.getCurrentRepetition());

    Together.run(
        4,
        node -> {
          new Migration(empty).run();
          return node;
        });

    try (Connection connection = empty.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from server_state")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(1);
    }
  }

  private static DataSource emptyDatabase(String name) throws SQLException {
    DataSource server = TestDatabase.clean(Dialect.POSTGRESQL).dataSource();
    try (Connection connection = server.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(server.unwrap(PGSimpleDataSource.class).getUrl());
    database.setUser("postgres");
    database.setDatabaseName(name);
    return database;
  }
}
