package dev.patchbay.host.credential;

import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.fixture.SampleConnection;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Renewals that share a commit, on the one database where they do. */
class RenewalGroupsTest {
  private static final int CONNECTIONS = 8;
  private static final Duration TERM = Duration.ofMinutes(1);
  private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

  private final TestDatabase database = TestDatabase.clean(Dialect.POSTGRESQL);
  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final Renewals renewals =
      new Renewals(
          new Database(database.dataSource()), database.dialect(), TestVault.open(database));

  @AfterEach
  void end() {
    pool.shutdownNow();
  }

  @Test
  void should_serve_the_others_when_somebody_has_the_row_of_one() throws Exception {
    IntStream.range(0, CONNECTIONS).forEach(this::keep);
    Future<Boolean> late;
    try (Connection somebody = database.dataSource().getConnection()) {
      hold(somebody, holder(0));
      late = pool.submit(() -> renew(0));
      List<Callable<Boolean>> others =
          IntStream.range(1, CONNECTIONS)
              .<Callable<Boolean>>mapToObj(number -> () -> renew(number))
              .toList();
      for (Future<Boolean> other : pool.invokeAll(others, 30, TimeUnit.SECONDS)) {
        assertThat(other.get()).isTrue();
      }
      assertThat(late.isDone()).isFalse();
      somebody.rollback();
    }
    assertThat(late.get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void should_write_what_is_wished_together_without_asking_alone() {
    RenewalGroups groups =
        RenewalGroups.on(new Database(database.dataSource()), Dialect.POSTGRESQL);
    keep(0);
    byte[] sealed = TestVault.open(database).seal(holder(0).place(), Secret.of("new"));

    assertThat(groups.lease(holder(0), 1, "owner", TERM)).isPresent();
    assertThat(groups.exchange(holder(0), 1, sealed, Optional.of(END))).isTrue();

    Kept kept = renewals.find(holder(0)).orElseThrow();
    assertThat(kept.content()).isEqualTo(Secret.of("new"));
    assertThat(kept.version()).isEqualTo(2);
  }

  @Test
  void should_write_to_no_version_but_the_one_that_was_read() {
    keep(0);
    keep(1);
    renew(0);

    assertClosed(
        renewals.exchange(holder(0), 1, Secret.of("late"), Optional.empty()),
        "the loser's content in the winner's place");
    assertThat(renewals.lease(holder(0), 1, "owner", TERM)).isEmpty();
    assertThat(renewals.find(holder(0)).orElseThrow().content()).isEqualTo(Secret.of("new"));
    assertThat(renewals.find(holder(1)).orElseThrow().version()).isEqualTo(1);
  }

  private boolean renew(int number) {
    return renewals.lease(holder(number), 1, "owner", TERM).isPresent()
        && renewals.exchange(holder(number), 1, Secret.of("new"), Optional.empty());
  }

  private void keep(int number) {
    SampleConnection.insert(database, holder(number));
    var credentials = new Credentials(database.entities(), TestVault.open(database));
    database
        .transactions()
        .run(() -> credentials.keep(holder(number), Secret.of("old"), Optional.empty()));
  }

  private static void hold(Connection somebody, Holder holder) throws Exception {
    somebody.setAutoCommit(false);
    try (PreparedStatement statement =
        somebody.prepareStatement("update credential set refusal = null where connection_id = ?")) {
      statement.setString(1, holder.connectionId());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private static Holder holder(int number) {
    return new Holder("ten_" + number, "con_" + number);
  }
}
