package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.DatabaseFailure;
import dev.patchbay.host.persistence.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class ResumeTest {
  @Parameter Dialect dialect;
  private LiveDatabase database;
  private Optional<JdbcConnectionPool> pool;
  private DataSource source;

  @BeforeEach
  void start() {
    database = LiveDatabase.clean(dialect);
    pool = database.pool();
    source = pool.<DataSource>map(Function.identity()).orElse(database.source());
  }

  @AfterEach
  void stop() {
    pool.ifPresent(JdbcConnectionPool::dispose);
  }

  /** Commits after every page, since a second has passed whenever it looks. */
  private SyncWorld world(DataSource reached, String connection) {
    return new SyncWorld(reached, connection, TickingClock.by(Duration.ofSeconds(1)));
  }

  private static Map<String, String> expected(int... range) {
    Map<String, String> titles = new TreeMap<>();
    for (int i = range[0]; i < range[1]; i++) {
      titles.put(FakeService.id(i), "Title " + i);
    }
    return titles;
  }

  /** Kills the first try at every step there is, each time on a connection of its own. */
  private void killAtEveryStep(IntFunction<DyingProcess> deaths, Trial trial) {
    int step = 0;
    boolean died = true;
    while (died) {
      String connection = "con_" + ++step;
      DyingProcess process = deaths.apply(step);
      FakeService service = new FakeService();
      try (SyncWorld healthy = world(source, connection)) {
        trial.prepare(healthy, service);
        try (SyncWorld dying = world(process.reaching(source), connection)) {
          dying.pull(service);
        } catch (DatabaseFailure | IllegalStateException e) {
          assertThat(process.isDead()).as("only death stops the pull: " + e).isTrue();
        }
        died = process.isDead();
        SyncRun run = healthy.pull(service);
        trial.check(healthy, run);
        assertThat(healthy.pull(service).report().tally()).isEqualTo(Tally.NONE);
        assertCountedRight(connection);
      }
    }
    assertThat(step).as("steps at which it was killed").isGreaterThan(20);
  }

  private void assertCountedRight(String connection) {
    String of = " where connection_id = '" + connection + "'";
    assertThat(database.number("select sum(records) from collection" + of))
        .isEqualTo(database.number("select count(*) from record" + of + " and deleted_at is null"));
    assertThat(database.number("select count(*) from record"))
        .isEqualTo(database.number("select count(distinct change_seq) from record"));
  }

  private interface Trial {
    void prepare(SyncWorld world, FakeService service);

    void check(SyncWorld world, SyncRun run);
  }

  private static final class FirstPull implements Trial {
    @Override
    public void prepare(SyncWorld world, FakeService service) {
      service.put("home", 0, 35).put("work", 35, 40);
    }

    @Override
    public void check(SyncWorld world, SyncRun run) {
      assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
      assertThat(world.titles()).isEqualTo(expected(0, 40));
      long created =
          world
              .rows(
                  "select created, failed from sync_run where connection_id = '"
                      + world.connection
                      + "'")
              .stream()
              .mapToLong(row -> Long.parseLong(row.get(0)))
              .sum();
      assertThat(created).as("created, over all runs").isEqualTo(40);
    }
  }

  @Test
  void should_have_every_item_once_when_killed_at_any_step_of_a_first_pull() {
    killAtEveryStep(DyingProcess::before, new FirstPull());
  }

  @Test
  void should_have_every_item_once_when_killed_before_it_sees_that_a_commit_arrived() {
    killAtEveryStep(DyingProcess::afterCommitOf, new FirstPull());
  }

  @Test
  void should_miss_no_change_when_killed_at_any_step_of_an_incremental_pull() {
    killAtEveryStep(
        DyingProcess::before,
        new Trial() {
          @Override
          public void prepare(SyncWorld world, FakeService service) {
            service.put("home", 0, 30);
            world.pull(service);
            service.put("home", 20, 45);
            for (int i = 0; i < 15; i++) {
              service.remove("home", FakeService.id(i));
            }
          }

          @Override
          public void check(SyncWorld world, SyncRun run) {
            assertThat(world.titles()).isEqualTo(expected(15, 45));
          }
        });
  }

  @Test
  void should_delete_what_is_absent_and_nothing_else_when_killed_at_any_step_of_a_snapshot() {
    killAtEveryStep(
        DyingProcess::before,
        new Trial() {
          @Override
          public void prepare(SyncWorld world, FakeService service) {
            service.put("home", 0, 30);
            world.pull(service);
            for (int i = 0; i < 10; i++) {
              service.forget("home", FakeService.id(i));
            }
            service.put("home", 30, 45);
            service.expireCursors();
          }

          @Override
          public void check(SyncWorld world, SyncRun run) {
            assertThat(world.titles()).isEqualTo(expected(10, 45));
          }
        });
  }

  @Test
  void should_go_on_at_the_page_it_was_at_when_a_first_pull_was_interrupted() {
    FakeService service = new FakeService().put("home", 0, 95);
    failAt(service, "e000049");
    SyncWorld first = world(source, "con_1");
    assertThatThrownBy(() -> first.pull(service)).isInstanceOf(Unavailable.class);
    String run = first.activeRun().id();
    service.answering((from, page) -> page.get());
    service.reads();

    SyncRun resumed = world(source, "con_1").pull(service);

    assertThat(service.reads()).as("pages 6 to 10").isEqualTo(5);
    assertThat(resumed.id()).isEqualTo(run);
    assertThat(resumed.report().tally()).isEqualTo(new Tally(95, 0, 0, 0, 0));
  }

  @Test
  void should_start_again_when_a_snapshot_over_records_was_interrupted() {
    FakeService service = new FakeService().put("home", 0, 95);
    SyncWorld world = world(source, "con_1");
    world.pull(service);
    service.forget("home", "e000002");
    service.expireCursors();
    failAt(service, "e000050");
    assertThatThrownBy(() -> world.pull(service)).isInstanceOf(Unavailable.class);
    assertThat(world.titles()).as("nothing is absent before the end").hasSize(95);
    service.answering((from, page) -> page.get());
    service.reads();

    world.pull(service);

    assertThat(service.reads()).as("one expired cursor and 10 pages").isEqualTo(11);
    assertThat(world.titles()).hasSize(94).doesNotContainKey("e000002");
  }

  private static void failAt(FakeService service, String page) {
    service.answering(
        (from, answer) -> {
          if (from.value().endsWith(page)) {
            throw new Unavailable("503 Backend Error");
          }
          return answer.get();
        });
  }

  @Test
  void should_not_read_a_collection_twice_when_the_run_goes_on_after_it() {
    FakeService service = new FakeService().put("a", 0, 25).put("b", 100, 125);
    failAt(service, "e000109");
    SyncWorld world = world(source, "con_1");
    assertThatThrownBy(() -> world.pull(service)).isInstanceOf(Unavailable.class);
    service.answering((from, page) -> page.get());
    service.reads();

    world.pull(service);

    assertThat(service.reads()).as("pages 2 and 3 of b").isEqualTo(2);
  }

  @Test
  void should_write_nothing_when_another_node_took_the_run_over() throws Exception {
    FakeService service = new FakeService().put("home", 0, 95);
    CountDownLatch asleep = new CountDownLatch(1);
    CountDownLatch awake = new CountDownLatch(1);
    service.answering((from, page) -> page.get());
    FakeService slow =
        new FakeService()
            .put("home", 0, 95)
            .put("home", "ghost", "Written by a node that was replaced");
    slow.answering(
        (from, page) -> {
          if (from.value().endsWith("e000049")) {
            asleep.countDown();
            await(awake);
          }
          return page.get();
        });
    SyncWorld paused = world(source, "con_1");
    CompletableFuture<SyncRun> sleeper = CompletableFuture.supplyAsync(() -> paused.pull(slow));
    await(asleep);

    SyncRun run = world(source, "con_1").pull(service);
    awake.countDown();

    assertThatThrownBy(() -> sleeper.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(Superseded.class);
    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(paused.titles()).isEqualTo(expected(0, 95));
    assertThat(paused.run(run.id())).isEqualTo(run);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void should_stop_writing_when_the_type_is_no_longer_kept_in_sync() {
    FakeService service = new FakeService().put("home", 0, 95);
    SyncWorld world = world(source, "con_1");
    service.answering(
        (from, page) -> {
          if (from.value().endsWith("e000049")) {
            world.queue.close("con_1", SyncWorld.TYPE);
          }
          return page.get();
        });

    assertThatThrownBy(() -> world.pull(service)).isInstanceOf(Superseded.class);

    assertThat(world.titles().size()).isLessThanOrEqualTo(50);
    assertThat(world.rows("select state from sync_run")).containsExactly(List.of("CANCELLED"));
    assertThat(world.queue.begin("con_1", SyncWorld.TYPE)).isEmpty();
  }
}
