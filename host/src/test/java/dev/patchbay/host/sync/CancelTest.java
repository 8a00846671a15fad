package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.sync.Source;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.Wall;
import dev.patchbay.host.persistence.Dialect;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A person calls a run off. */
@OnBothDatabases
class CancelTest implements Sources {
  @Parameter Dialect dialect;
  private final SimulatedCalendar calendar = SimulatedCalendar.empty();
  private final FakeService service = new FakeService();
  private SyncWorld world;
  private Synchronizer synchronizer;
  private Source source;

  @BeforeEach
  void start() {
    world =
        new SyncWorld(
                LiveDatabase.clean(dialect).source(),
                "con_1",
                Clock.systemUTC(),
                TickingClock.by(Duration.ofSeconds(1)))
            .writing(calendar.target());
    Pace pace = new Pace(Duration.ofHours(1), Clock.systemUTC(), new Random(1));
    synchronizer =
        new Synchronizer(world.queue, world.rounds(), new Consequences(world.queue, pace), this);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Override
  public Readiness readiness(String tenantId, String connectionId) {
    return Readiness.READY;
  }

  @Override
  public List<Source> of(String tenantId, String connectionId, String runId) {
    return List.of(source);
  }

  private SyncRun newest() {
    return world.run(world.column("select id from sync_run order by id desc").get(0));
  }

  private SyncRun execute() {
    synchronizer.execute("con_1", SyncWorld.TYPE, () -> false);
    return newest();
  }

  private SyncRun cancel() {
    return world.queue.cancel(SyncWorld.TENANT, newest().id()).orElseThrow();
  }

  private void cancelAt(String page) {
    service.answering(
        (from, answer) -> {
          if (from.value().endsWith(page)) {
            cancel();
          }
          return answer.get();
        });
  }

  @Test
  void should_end_between_two_pages_and_go_on_from_there_with_the_next_run() {
    source = service.put("home", 0, 95);
    cancelAt("e000049");

    SyncRun cancelled = execute();

    assertThat(cancelled.state()).isEqualTo(RunState.CANCELLED);
    assertThat(cancelled.report().errors())
        .extracting(RunError::message)
        .containsExactly(new CalledOff().getMessage());
    int before = world.titles().size();
    assertThat(before).isBetween(10, 60);
    service.answering((from, page) -> page.get());
    service.reads();

    SyncRun next = execute();

    assertThat(next.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(world.titles()).hasSize(95);
    assertThat(next.report().tally().created()).as("none twice").isEqualTo(95 - before);
    assertThat(service.reads()).as("pages that were committed are not read again").isLessThan(9);
  }

  @Test
  void should_end_between_two_edits_and_keep_what_the_service_answered() {
    source = calendar.source();
    world.sync(source);
    for (int i = 0; i < 5; i++) {
      world.crm.put("deal-" + i, world.column("select id from collection").get(0), dinner(i));
    }
    world.queue.request("con_1", SyncWorld.TYPE, both());
    AtomicInteger answered = new AtomicInteger();
    world.watch(
        step -> {
          if (step == Step.ANSWERED && answered.incrementAndGet() == 2) {
            cancel();
          }
        });

    SyncRun cancelled = execute();

    Wall.assertClosed(
        cancelled.state() != RunState.CANCELLED, "a run that was called off is " + cancelled);
    assertThat(cancelled.report().sent()).isEqualTo(Sent.CREATED.plus(Sent.CREATED));
    assertThat(calendar.all()).hasSize(2);
    assertThat(world.column("select state from edit")).hasSize(3).containsOnly("WAITING");

    world.queue.request("con_1", SyncWorld.TYPE, both());
    SyncRun next = execute();

    assertThat(next.report().sent().created()).isEqualTo(3);
    assertThat(calendar.all()).hasSize(5);
    assertThat(world.titles()).hasSize(5);
    assertThat(world.column("select state from edit")).isEmpty();
  }

  private static Wish both() {
    return new Wish(Direction.BOTH, PullKind.INCREMENTAL, Optional.of("*"));
  }

  private static Map<String, Object> dinner(int number) {
    return Map.of(
        "title", "Dinner " + number,
        "start", "2026-12-02T19:00:00",
        "timeZone", "Europe/Zurich",
        "duration", "PT2H");
  }

  @Test
  void should_end_at_once_when_nobody_is_at_it() {
    source = service.put("home", 0, 5);
    world.queue.request("con_1", SyncWorld.TYPE, PullKind.INCREMENTAL);
    assertThat(cancel().state()).as("queued").isEqualTo(RunState.CANCELLED);

    service.answering(
        (from, page) -> {
          throw new RateLimited("Slow down", Duration.ofHours(1));
        });
    assertThat(execute().waitingUntil()).isNotNull();
    assertThat(cancel().state()).as("told to wait").isEqualTo(RunState.CANCELLED);

    service.answering((from, page) -> page.get());
    assertThat(execute().state()).as("the next run").isEqualTo(RunState.SUCCEEDED);
    assertThat(world.titles()).hasSize(5);
  }

  @Test
  void should_end_it_on_the_node_that_takes_it_over_when_the_other_died() {
    source = service.put("home", 0, 5);
    world.queue.begin("con_1", SyncWorld.TYPE);
    assertThat(cancel().state()).isEqualTo(RunState.RUNNING);

    assertThat(execute().state()).isEqualTo(RunState.CANCELLED);

    assertThat(world.titles()).isEmpty();
    assertThat(execute().state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(world.titles()).hasSize(5);
  }

  @Test
  void should_leave_a_run_that_has_ended_and_those_of_other_tenants() {
    source = service.put("home", 0, 5);
    SyncRun ended = execute();

    assertThat(cancel()).isEqualTo(ended);
    world.queue.request("con_1", SyncWorld.TYPE, PullKind.INCREMENTAL);
    assertThat(world.queue.cancel("ten_other", newest().id())).isEmpty();
    assertThat(newest().state()).isEqualTo(RunState.QUEUED);
  }
}
