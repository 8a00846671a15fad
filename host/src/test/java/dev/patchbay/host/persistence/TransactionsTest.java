package dev.patchbay.host.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.tenant.Tenant;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class TransactionsTest {
  private static final Instant NOW = Instant.parse("2026-10-25T00:30:00.123456Z");

  private final TestDatabase database;
  private final Transactions transactions;

  TransactionsTest(Dialect dialect) {
    database = TestDatabase.clean(dialect);
    transactions = database.transactions();
  }

  @Test
  void should_keep_nothing_when_the_work_throws() {
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      persist("ten_1");
                      throw new IOException("half way");
                    }))
        .isInstanceOf(IOException.class);

    assertThat(find("ten_1")).isNull();
  }

  @Test
  void should_join_the_running_transaction_when_there_is_one() {
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      transactions.run(() -> persist("ten_1"));
                      throw new IllegalStateException("after the inner one");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(find("ten_1")).isNull();
  }

  @Test
  void should_keep_what_ran_alone_when_the_outer_work_throws() {
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      transactions.runAlone(() -> persist("ten_1"));
                      throw new IllegalStateException("after the inner one");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(find("ten_1")).isNotNull();
  }

  @Test
  void should_commit_sql_and_entities_together_when_both_are_used() throws SQLException {
    transactions.run(
        () -> {
          persist("ten_1");
          try (PreparedStatement statement =
              database
                  .jdbc()
                  .connection()
                  .prepareStatement("update tenant set name = 'by sql' where id = ?")) {
            statement.setString(1, "ten_1");
            assertThat(statement.executeUpdate()).isEqualTo(1);
          }
        });

    assertThat(find("ten_1").name()).isEqualTo("by sql");
  }

  @Test
  void should_read_an_instant_back_equal_when_it_has_microseconds() {
    transactions.run(() -> persist("ten_1"));

    assertThat(find("ten_1").createdAt()).isEqualTo(NOW);
  }

  private void persist(String id) {
    database.entities().persist(new Tenant(id, "name of " + id, NOW));
  }

  private Tenant find(String id) {
    return database.entities().find(Tenant.class, id);
  }
}
