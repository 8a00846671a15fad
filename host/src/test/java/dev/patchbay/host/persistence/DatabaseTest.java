package dev.patchbay.host.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class DatabaseTest {
  @Parameter Dialect dialect;
  private DataSource source;

  @BeforeEach
  void start() {
    source = TestDatabase.clean(dialect).dataSource();
  }

  private static int insert(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      return statement.executeUpdate(
          "insert into tenant (id, name, created_at) values ('ten_9', 'Nine', current_timestamp)");
    }
  }

  private long tenants() {
    return new Database(source)
        .read(
            database -> {
              try (Statement statement = database.createStatement();
                  ResultSet row =
                      statement.executeQuery("select count(*) from tenant where id = 'ten_9'")) {
                row.next();
                return row.getLong(1);
              }
            });
  }

  @Test
  void should_commit_when_nobody_began_a_transaction() {
    new Database(source).write(DatabaseTest::insert);

    assertThat(tenants()).isEqualTo(1);
  }

  @Test
  void should_keep_nothing_when_the_work_fails() {
    Database database = new Database(source);

    assertThatThrownBy(
            () ->
                database.write(
                    connection -> {
                      insert(connection);
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(tenants()).isZero();
  }

  @Test
  void should_leave_the_commit_to_the_transaction_that_it_is_a_part_of() throws SQLException {
    try (Connection container = source.getConnection()) {
      container.setAutoCommit(false);
      Database database = new Database(source, () -> Optional.of(container));
      database.write(DatabaseTest::insert);
      container.rollback();
      assertThat(tenants()).as("rolled back with the rest").isZero();

      database.write(DatabaseTest::insert);
      container.commit();
      assertThat(tenants()).isEqualTo(1);
    }
  }
}
