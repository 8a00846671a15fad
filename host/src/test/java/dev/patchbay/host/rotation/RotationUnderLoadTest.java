package dev.patchbay.host.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.PooledConnections;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.persistence.Dialect;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * A rotation on PostgreSQL while others read and renew credentials, by a process that is killed in
 * the middle and by another that goes on. How many credentials is said by {@code
 * rotation.credentials}, 2,000 by default.
 */
class RotationUnderLoadTest {
  private static final int CREDENTIALS = Integer.getInteger("rotation.credentials", 2_000);
  private static final RotationPace PACE =
      new RotationPace(200, Duration.ofSeconds(3), Duration.ofSeconds(10));

  @Test
  void should_fail_nobody_and_lose_nothing_when_the_rotating_process_is_killed() throws Exception {
    TestDatabase empty = TestDatabase.clean(Dialect.POSTGRESQL);
    TestDatabase database = TestDatabase.at(PooledConnections.to(url(empty)));
    var world = new RotationWorld(database, Clock.systemUTC(), PACE);
    world.fill(CREDENTIALS);

    try (var load = new CredentialLoad(world, CREDENTIALS)) {
      var without = load.during(() -> LockSupport.parkNanos(Duration.ofSeconds(5).toNanos()));
      RotationSummary begun = world.start.begin(RotationKind.DATA_KEY);
      long atDeath =
          killedAt(CREDENTIALS / 4, RotationProcess.start(url(empty)), world, begun.id());
      var with = load.during(() -> goOn(world, begun.id()));

      RotationSummary ended = world.look(begun.id());
      System.out.printf(
          "rotation of %d credentials: killed at %d; without: %s; with: %s%n",
          CREDENTIALS, atDeath, without, with);
      assertThat(atDeath).isBetween(CREDENTIALS / 4L, CREDENTIALS - 1L);
      assertThat(ended.state()).isEqualTo(RotationState.SUCCEEDED);
      assertThat(ended.resealed()).isLessThan(CREDENTIALS + CREDENTIALS / 10L + 10);
      assertThat(load.failures()).isEmpty();
    }
    assertThat(world.notUnder(world.vault.mark())).isZero();
  }

  private static long killedAt(long resealed, Process doomed, RotationWorld world, String id)
      throws InterruptedException {
    try {
      await(() -> world.look(id).resealed() >= resealed || !doomed.isAlive());
    } finally {
      doomed.destroyForcibly().waitFor();
    }
    return world.look(id).resealed();
  }

  private static void goOn(RotationWorld world, String id) {
    await(
        () -> {
          world.work.run();
          return world.look(id).state() != RotationState.RUNNING;
        });
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time").isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static String url(TestDatabase database) throws SQLException {
    try (var connection = database.dataSource().getConnection()) {
      return connection.getMetaData().getURL();
    }
  }
}
