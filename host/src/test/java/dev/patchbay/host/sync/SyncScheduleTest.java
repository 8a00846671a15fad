package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import dev.patchbay.api.sync.Source;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class SyncScheduleTest implements Sources {
  private static final TaskName TASK = new TaskName("con_1", SyncWorld.TYPE);

  @Parameter Dialect dialect;
  private final FakeService service = new FakeService();
  private final List<AutoCloseable> nodes = new ArrayList<>();
  private LiveDatabase database;
  private SyncWorld world;

  @BeforeEach
  void start() {
    database = LiveDatabase.clean(dialect);
    world = new SyncWorld(database.source());
    service.put("home", 0, 25);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable node : nodes) {
      node.close();
    }
    world.close();
  }

  @Override
  public Readiness readiness(String tenantId, String connectionId) {
    return Readiness.READY;
  }

  @Override
  public List<Source> of(String tenantId, String connectionId, String runId) {
    return List.of(service);
  }

  private SyncSchedule node(String name) {
    Pace pace = new Pace(Duration.ofHours(1), Clock.systemUTC(), new Random(1));
    Synchronizer synchronizer =
        new Synchronizer(world.queue, world.rounds(), new Consequences(world.queue, pace), this);
    SyncSchedule schedule =
        new SyncSchedule(
            synchronizer,
            world.queue,
            pace,
            world.clock,
            Turns.among(2, dialect),
            task ->
                Scheduler.create(database.source(), task)
                    .schedulerName(new SchedulerName.Fixed(name))
                    .serializer(new NoData())
                    .threads(2)
                    .executorService(Executors.newCachedThreadPool())
                    .pollingInterval(Duration.ofMillis(100))
                    .heartbeatInterval(Duration.ofMillis(200))
                    .missedHeartbeatsLimit(4)
                    .shutdownMaxWait(Duration.ofSeconds(5)));
    nodes.add(schedule);
    schedule.start();
    return schedule;
  }

  private SyncRun ask(SyncSchedule node) {
    SyncRun run = world.queue.request("con_1", TASK.type(), PullKind.INCREMENTAL).orElseThrow();
    node.wake(TASK);
    return run;
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private boolean is(String run, RunState state) {
    return world.run(run).state() == state;
  }

  @Test
  void should_run_once_on_one_of_the_nodes_when_it_is_asked_for() {
    AtomicInteger listed = new AtomicInteger();
    service.answering(
        (from, page) -> {
          if (from.isStart()) {
            listed.incrementAndGet();
          }
          return page.get();
        });
    SyncSchedule first = node("a");
    node("b");

    SyncRun run = ask(first);

    await(() -> is(run.id(), RunState.SUCCEEDED));
    assertThat(listed).hasValue(1);
    assertThat(world.titles()).hasSize(25);
  }

  @Test
  void should_run_again_when_it_is_asked_for_while_the_last_run_just_ends() {
    SyncSchedule node = node("a");
    for (int i = 0; i < 10; i++) {
      SyncRun run = ask(node);
      await(() -> is(run.id(), RunState.SUCCEEDED));
    }

    assertThat(world.column("select state from sync_run")).hasSize(10).containsOnly("SUCCEEDED");
  }

  @Test
  void should_go_on_with_the_run_of_a_node_that_died() {
    HeldRun ofDeadNode = world.queue.begin("con_1", TASK.type()).orElseThrow();
    database.execute(
        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
            + " last_heartbeat, version) values ('pull', 'ten_1/con_1/event', current_timestamp, true,"
            + " 'dead', timestamp '2020-01-01 00:00:00', 1)");

    node("b");

    String run = ofDeadNode.lease().runId();
    await(() -> is(run, RunState.SUCCEEDED));
    assertThat(world.column("select id from sync_run")).containsExactly(run);
    assertThat(world.titles()).hasSize(25);
  }

  @Test
  void should_not_run_again_when_the_node_died_between_the_end_and_the_timetable() {
    database.execute(
        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
            + " last_heartbeat, version) values ('pull', 'ten_1/con_1/event', current_timestamp,"
            + " true, 'dead', timestamp '2020-01-01 00:00:00', 1)");
    String ended = world.pull(service).id();

    node("b");

    await(
        () ->
            database.number(
                    "select count(*) from scheduled_tasks where not picked"
                        + " and execution_time > current_timestamp")
                == 1);
    assertThat(world.column("select id from sync_run")).containsExactly(ended);
  }

  @Test
  void should_stop_soon_and_go_on_at_the_next_start_when_a_pull_is_in_the_middle()
      throws InterruptedException {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch stopping = new CountDownLatch(1);
    service.answering(
        (from, page) -> {
          if (from.value().endsWith("e000009")) {
            reading.countDown();
            assertThatOpens(stopping);
          }
          return page.get();
        });
    SyncSchedule first = node("a");
    SyncRun run = ask(first);
    assertThatOpens(reading);
    Thread stop = new Thread(first::close);
    stop.start();
    await(() -> stop.getState() == Thread.State.TIMED_WAITING);
    stopping.countDown();
    stop.join(TimeUnit.SECONDS.toMillis(30));
    assertThat(stop.isAlive()).isFalse();
    assertThat(world.run(run.id()).state()).isEqualTo(RunState.RUNNING);

    node("b");

    await(() -> is(run.id(), RunState.SUCCEEDED));
    assertThat(world.titles()).hasSize(25);
  }

  private static void assertThatOpens(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void should_leave_the_timetable_when_the_type_is_no_longer_kept_in_sync() {
    SyncSchedule node = node("a");
    SyncRun run = ask(node);
    await(() -> is(run.id(), RunState.SUCCEEDED));
    await(() -> database.number("select count(*) from scheduled_tasks where picked") == 0);
    world.queue.close("con_1", TASK.type());

    database.execute("update scheduled_tasks set execution_time = current_timestamp");

    await(() -> database.number("select count(*) from scheduled_tasks") == 0);
  }
}
