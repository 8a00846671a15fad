package dev.patchbay.host.persistence.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H2DataSourceTest {
  private final H2DataSource database = new H2DataSource(new WritersTurn(Duration.ofMillis(300)));
  private final ExecutorService somebodyElse = Executors.newSingleThreadExecutor();
  private Connection first;
  private Connection second;

  @BeforeEach
  void create() throws SQLException {
    database.setUrl("jdbc:h2:mem:" + UUID.randomUUID());
    database.setUser("sa");
    first = database.getConnection();
    second = database.getConnection();
    change(first, "create table item (name varchar(20))");
  }

  @AfterEach
  void close() throws SQLException {
    somebodyElse.shutdownNow();
    first.close();
    second.close();
  }

  @Test
  void should_let_nobody_else_change_anything_while_a_transaction_does() throws Exception {
    first.setAutoCommit(false);
    change(first, "insert into item values ('a')");

    assertThatThrownBy(elsewhere(() -> change(second, "insert into item values ('b')"))::get)
        .hasCauseInstanceOf(SQLTransientException.class)
        .hasMessageContaining("Another transaction");

    first.commit();
    elsewhere(() -> change(second, "insert into item values ('b')")).get();
    assertThat(items(first)).isEqualTo(2);
  }

  @Test
  void should_let_others_read_while_a_transaction_changes_something() throws Exception {
    first.setAutoCommit(false);
    change(first, "insert into item values ('a')");

    elsewhere(() -> assertThat(items(second)).isZero()).get();
  }

  @Test
  void should_let_others_change_something_while_a_transaction_only_reads() throws Exception {
    first.setAutoCommit(false);
    assertThat(items(first)).isZero();

    elsewhere(() -> change(second, "insert into item values ('b')")).get();
  }

  @Test
  void should_let_a_transaction_begin_another_in_between() throws Exception {
    first.setAutoCommit(false);
    change(first, "insert into item values ('a')");
    change(second, "insert into item values ('b')");

    assertThatThrownBy(elsewhere(() -> change(second, "delete from item"))::get)
        .hasMessageContaining("Another transaction");

    first.commit();
    assertThat(items(second)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"rollback", "commit", "close", "autocommit"})
  void should_pass_the_turn_on_when_the_transaction_ends(String end) throws Exception {
    first.setAutoCommit(false);
    change(first, "insert into item values ('a')");

    switch (end) {
      case "rollback" -> first.rollback();
      case "commit" -> first.commit();
      case "close" -> first.close();
      default -> first.setAutoCommit(true);
    }

    elsewhere(() -> change(second, "insert into item values ('b')")).get();
  }

  @Test
  void should_pass_the_turn_on_when_a_change_of_its_own_fails() throws Exception {
    assertThatThrownBy(() -> change(first, "insert into nothing values (1)"))
        .isInstanceOf(SQLException.class);

    elsewhere(() -> change(second, "insert into item values ('b')")).get();
  }

  @Test
  void should_keep_the_turn_for_prepared_batches() throws Exception {
    first.setAutoCommit(false);
    try (PreparedStatement insert = first.prepareStatement("insert into item values (?)")) {
      insert.setString(1, "a");
      insert.addBatch();
      insert.executeBatch();
      assertThat(insert.getConnection()).isSameAs(first);
    }

    assertThatThrownBy(elsewhere(() -> change(second, "delete from item"))::get)
        .hasMessageContaining("Another transaction");
  }

  @ParameterizedTest
  @CsvSource({
    "select 1, true",
    "' SELECT name FROM item', true",
    "values (1), true",
    "select name from item for update, false",
    "select name from final table (update item set name = 'x'), false",
    "insert into item select name from item, false",
    "merge into item values ('x'), false",
    "create table selected (name int), false"
  })
  void should_know_what_only_reads(String sql, boolean reads) {
    assertThat(TurnTakingStatement.onlyReads(sql)).isEqualTo(reads);
  }

  private Future<?> elsewhere(Step step) {
    return somebodyElse.submit(
        () -> {
          step.go();
          return null;
        });
  }

  private static void change(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static int items(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from item")) {
      row.next();
      return row.getInt(1);
    }
  }

  private interface Step {
    void go() throws SQLException;
  }
}
