package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.sync.Source;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class SynchronizerTest implements Sources {
  private static final Duration INTERVAL = Duration.ofMinutes(5);

  @Parameter Dialect dialect;
  private final FakeService service = new FakeService();
  private final SettableClock clock = new SettableClock();
  private Readiness readiness = Readiness.READY;
  private SyncWorld world;
  private Synchronizer synchronizer;

  @BeforeEach
  void start() {
    world = new SyncWorld(LiveDatabase.clean(dialect).source(), "con_1", clock);
    Consequences consequences =
        new Consequences(world.queue, new Pace(INTERVAL, clock, new Random(1)));
    synchronizer = new Synchronizer(world.queue, world.rounds(), consequences, this);
    service.put("home", 0, 25);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Override
  public Readiness readiness(String tenantId, String connectionId) {
    return readiness;
  }

  @Override
  public List<Source> of(String tenantId, String connectionId, String runId) {
    return List.of(service);
  }

  private Optional<Instant> execute() {
    return synchronizer.execute("con_1", SyncWorld.TYPE, () -> false);
  }

  private SyncRun newestRun() {
    return world.run(world.column("select id from sync_run order by id desc").get(0));
  }

  private void failing(RuntimeException failure) {
    service.answering(
        (from, page) -> {
          throw failure;
        });
  }

  @Test
  void should_come_again_after_the_interval_give_or_take_when_all_went_well() {
    Instant due = execute().orElseThrow();

    assertThat(newestRun().state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(newestRun().finishedAt()).isEqualTo(clock.instant());
    assertThat(Duration.between(clock.instant(), due))
        .isBetween(Duration.ofSeconds(270), Duration.ofSeconds(330));
  }

  @Test
  void should_go_on_exactly_when_the_service_asked_when_it_limits_the_rate() {
    failing(new RateLimited("Quota exceeded", Duration.ofSeconds(77)));

    Instant due = execute().orElseThrow();

    assertThat(due).isEqualTo(clock.instant().plusSeconds(77));
    assertThat(newestRun().state()).isEqualTo(RunState.RUNNING);
    assertThat(newestRun().waitingUntil()).isEqualTo(due);
    assertThat(newestRun().report().errors())
        .containsExactly(new RunError(null, "RateLimited", "Quota exceeded"));

    service.answering((from, page) -> page.get());
    clock.advance(Duration.ofSeconds(77));
    String waiting = newestRun().id();
    execute();

    assertThat(newestRun().id()).isEqualTo(waiting);
    assertThat(newestRun().state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(newestRun().waitingUntil()).isNull();
  }

  @Test
  void should_never_give_up_when_the_service_only_has_it_wait() {
    failing(new RateLimited("Quota exceeded", Duration.ofSeconds(1)));

    for (int i = 0; i < 20; i++) {
      execute();
    }

    assertThat(newestRun().state()).isEqualTo(RunState.RUNNING);
    assertThat(world.column("select id from sync_run")).hasSize(1);
    assertThat(newestRun().report().errors()).as("one reason, not twenty").hasSize(1);
  }

  @Test
  void should_back_off_and_then_fail_when_the_service_stays_away() {
    failing(new Unavailable("503 Backend Error"));

    for (int attempt = 1; attempt < Pace.MOST_ATTEMPTS; attempt++) {
      Instant due = execute().orElseThrow();
      assertThat(newestRun().state()).isEqualTo(RunState.RUNNING);
      assertThat(Duration.between(clock.instant(), due))
          .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(1 + 10L * (1L << (attempt - 1))));
    }
    execute();

    assertThat(newestRun().state()).isEqualTo(RunState.FAILED);
    assertThat(newestRun().report().errors())
        .containsExactly(new RunError(null, "Unavailable", "503 Backend Error"));
    assertThat(world.column("select id from sync_run")).hasSize(1);
  }

  @Test
  void should_count_the_attempts_anew_when_the_run_got_further() {
    String[] pages = {"e000009", "e000019"};
    for (String page : pages) {
      service.answering(
          (from, answer) -> {
            if (from.value().endsWith(page)) {
              throw new Unavailable("503 Backend Error");
            }
            return answer.get();
          });
      for (int i = 1; i < Pace.MOST_ATTEMPTS; i++) {
        execute();
        assertThat(newestRun().state()).isEqualTo(RunState.RUNNING);
      }
    }
    service.answering((from, answer) -> answer.get());

    execute();

    assertThat(newestRun().state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(newestRun().report().tally().created()).isEqualTo(25);
  }

  @Test
  void should_fail_with_the_reason_when_the_grant_is_dead() {
    failing(new ReauthorizationNeeded("Token has been expired or revoked."));

    execute();

    assertThat(newestRun().state()).isEqualTo(RunState.FAILED);
    assertThat(newestRun().report().errors())
        .containsExactly(
            new RunError(null, "ReauthorizationNeeded", "Token has been expired or revoked."));
  }

  @Test
  void should_fail_and_leave_the_server_unharmed_when_the_plugin_has_a_defect() {
    failing(new IllegalStateException("Boom"));

    execute();

    assertThat(newestRun().state()).isEqualTo(RunState.FAILED);
    assertThat(newestRun().report().errors().get(0).message())
        .contains("Calendar home", "plugin has a defect", "Boom");
  }

  @Test
  void should_fail_at_last_when_a_run_is_interrupted_again_and_again() {
    for (int i = 0; i < Pace.MOST_ATTEMPTS; i++) {
      world.queue.begin("con_1", SyncWorld.TYPE);
    }

    execute();

    assertThat(newestRun().state()).isEqualTo(RunState.FAILED);
    assertThat(newestRun().report().errors().get(0).message()).contains("never got further");
  }

  @Test
  void should_make_no_run_when_the_connection_rests() {
    readiness = Readiness.RESTING;

    Instant due = execute().orElseThrow();

    assertThat(due).isAfter(clock.instant());
    assertThat(world.column("select id from sync_run")).isEmpty();
  }

  @Test
  void should_cancel_the_run_when_the_connection_is_paused_meanwhile() {
    failing(ProblemException.conflict("The connection con_1 is PAUSED."));

    execute();

    assertThat(newestRun().state()).isEqualTo(RunState.CANCELLED);
    assertThat(newestRun().report().errors().get(0).message()).contains("is PAUSED");
  }

  @Test
  void should_cancel_a_run_that_was_asked_for_when_the_connection_rests() {
    world.queue.request("con_1", SyncWorld.TYPE, PullKind.INCREMENTAL);
    readiness = Readiness.RESTING;

    execute();

    assertThat(newestRun().state()).isEqualTo(RunState.CANCELLED);
    assertThat(world.queue.task("con_1", SyncWorld.TYPE).orElseThrow().activeRun()).isEmpty();
  }

  @Test
  void should_want_no_more_when_the_connection_ended() {
    readiness = Readiness.ENDED;

    assertThat(execute()).isEmpty();
    assertThat(world.queue.tasks("con_1")).isEmpty();
  }

  @Test
  void should_leave_the_run_to_the_next_start_when_the_server_stops() {
    assertThatThrownBy(() -> synchronizer.execute("con_1", SyncWorld.TYPE, () -> true))
        .isInstanceOf(CancellationException.class);
    String interrupted = newestRun().id();
    assertThat(newestRun().state()).isEqualTo(RunState.RUNNING);

    execute();

    assertThat(newestRun().id()).isEqualTo(interrupted);
    assertThat(newestRun().state()).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void should_answer_the_run_that_is_there_when_asked_twice() {
    SyncRun first =
        world.queue.request("con_1", SyncWorld.TYPE, PullKind.INCREMENTAL).orElseThrow();
    SyncRun second = world.queue.request("con_1", SyncWorld.TYPE, PullKind.FULL).orElseThrow();

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(first.full()).isFalse();
    assertThat(second.full()).isTrue();
    assertThat(world.queue.request("con_1", "contact", PullKind.FULL)).isEmpty();
  }

  @Test
  void should_forget_old_runs_but_not_recent_ones() {
    execute();
    clock.advance(Duration.ofDays(6));
    execute();
    clock.advance(Duration.ofDays(2));
    execute();

    assertThat(world.column("select id from sync_run")).hasSize(2);
  }
}
