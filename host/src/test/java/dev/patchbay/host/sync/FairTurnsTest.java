package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import dev.patchbay.api.sync.Source;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.Wall;
import dev.patchbay.host.persistence.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Ten thousand connections of one tenant are due, and then one of another. */
@OnBothDatabases
class FairTurnsTest implements Sources {
  private static final int MANY = 10_000;
  private static final int WORKERS = 8;
  private static final int MOST_OTHERS = 2 * WORKERS;
  private static final String LONELY = "con_lonely";

  @Parameter Dialect dialect;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> started = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private Duration work = Duration.ofMillis(20);
  private boolean endless;
  private Optional<JdbcConnectionPool> pool;
  private DataSource database;
  private SyncWorld world;
  private SyncSchedule schedule;

  @BeforeEach
  void start() {
    LiveDatabase clean = LiveDatabase.clean(dialect);
    pool = clean.pool();
    pool.ifPresent(connections -> connections.setMaxConnections(24));
    database = pool.<DataSource>map(Function.identity()).orElse(clean.source());
    world = new SyncWorld(database);
  }

  @AfterEach
  void stop() {
    end.countDown();
    schedule.close();
    threads.shutdownNow();
    world.close();
    pool.ifPresent(JdbcConnectionPool::dispose);
  }

  @Override
  public Readiness readiness(String tenantId, String connectionId) {
    return Readiness.READY;
  }

  /** Every run asks here when it starts; its service takes a little time. */
  @Override
  public List<Source> of(String tenantId, String connectionId, String runId) {
    synchronized (started) {
      started.add(connectionId);
    }
    FakeService service = new FakeService().put("home", 0, 1);
    service.answering(
        (from, page) -> {
          if (endless && !connectionId.equals(LONELY)) {
            awaitEnd();
          }
          LockSupport.parkNanos(work.toNanos());
          return page.get();
        });
    return List.of(service);
  }

  private void awaitEnd() {
    try {
      assertThat(end.await(2, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void startNode() {
    Pace pace = new Pace(Duration.ofHours(1), Clock.systemUTC(), new Random(1));
    schedule =
        new SyncSchedule(
            new Synchronizer(
                world.queue, world.rounds(), new Consequences(world.queue, pace), this),
            world.queue,
            pace,
            world.clock,
            Turns.among(WORKERS, dialect),
            task ->
                Scheduler.create(database, task)
                    .schedulerName(new SchedulerName.Fixed("a"))
                    .serializer(new NoData())
                    .threads(WORKERS)
                    .executorService(threads)
                    .pollingInterval(Duration.ofSeconds(1))
                    .shutdownMaxWait(Duration.ofSeconds(5)));
    schedule.start();
  }

  private List<String> started() {
    synchronized (started) {
      return List.copyOf(started);
    }
  }

  private static void await(BooleanSupplier condition) {
    assertThat(isSoon(condition)).as("it happens").isTrue();
  }

  private static boolean isSoon(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return true;
  }

  @Test
  void should_start_the_only_one_of_a_tenant_before_ten_thousand_of_another() {
    due("ten_big", "con_big", MANY, Instant.now().minusSeconds(60));
    startNode();
    await(() -> started().size() >= 5 * WORKERS);

    assertStartsSoon();

    assertThat(started().size()).as("the others go on").isGreaterThan(5 * WORKERS);
  }

  @Test
  void should_start_it_while_the_runs_of_the_other_do_not_end() {
    endless = true;
    due("ten_big", "con_big", MANY, Instant.now().minusSeconds(60));
    startNode();
    await(() -> started().size() >= WORKERS * 3 / 4);

    assertStartsSoon();

    assertThat(started()).as("places that were kept free").hasSize(WORKERS * 3 / 4 + 1);
  }

  /** However slow this machine is, only so many others come first. */
  private void assertStartsSoon() {
    due("ten_small", LONELY, 1, Instant.now());
    int before = started().size();
    long asked = System.nanoTime();
    boolean decided =
        isSoon(() -> started().contains(LONELY) || started().size() > before + MOST_OTHERS);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
    List<String> all = started();
    int others = all.contains(LONELY) ? all.indexOf(LONELY) - before : all.size() - before;
    System.out.printf(
        "%s: the only one of its tenant: %d ms, after %d others%n", dialect, millis, others);
    Wall.assertClosed(
        !decided || !all.contains(LONELY) || others > MOST_OTHERS,
        "%d of another tenant start before the only one of its tenant".formatted(others));
  }

  @Test
  void should_start_as_many_of_each_where_several_tenants_wait() {
    due("ten_1", "con_first", 2_000, Instant.now().minusSeconds(90));
    due("ten_2", "con_second", 500, Instant.now().minusSeconds(60));
    due("ten_3", "con_third", 200, Instant.now().minusSeconds(30));
    work = Duration.ofMillis(5);
    startNode();

    await(() -> started().size() >= 300);

    Map<String, Integer> starts = new HashMap<>();
    started().stream()
        .limit(300)
        .map(id -> id.replaceAll("\\d+$", ""))
        .forEach(id -> starts.merge(id, 1, Integer::sum));
    System.out.println(dialect + ": of the first 300 " + starts);
    assertThat(starts).hasSize(3);
    assertThat(starts.values()).allMatch(number -> number >= 60);
  }

  @Test
  void should_leave_what_is_due_at_its_place_when_it_is_asked_for_again() {
    endless = true;
    due("ten_big", "con_big", 100, Instant.now().minusSeconds(60));
    startNode();
    await(() -> started().size() >= WORKERS * 3 / 4);
    String waiting = "con_big99";
    List<String> place = time(waiting);

    schedule.wake(new TaskName(waiting, SyncWorld.TYPE));

    Wall.assertClosed(!time(waiting).equals(place), "what is due is put behind all others");
  }

  private List<String> time(String connection) {
    return world.column(
        "select execution_time from scheduled_tasks where task_instance like '%"
            + connection
            + "/event'");
  }

  private void due(String tenant, String connections, int number, Instant since) {
    world.database.write(
        db -> {
          try (Statement statement = db.createStatement()) {
            statement.execute(
                "insert into tenant (id, name, created_at) values ('%1$s', '%1$s', now())"
                    .formatted(tenant));
          }
          insert(db, tenant, connections, number, since);
          return Optional.empty();
        });
  }

  private static void insert(
      Connection db, String tenant, String connections, int number, Instant since)
      throws SQLException {
    try (PreparedStatement task =
            db.prepareStatement(
                "insert into sync_task (connection_id, type, tenant_id) values (?, 'event', ?)");
        PreparedStatement timetable =
            db.prepareStatement(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
                    + " version) values ('pull', ?, ?, false, 1)")) {
      for (int i = 0; i < number; i++) {
        String connection = number == 1 ? connections : connections + i;
        task.setString(1, connection);
        task.setString(2, tenant);
        task.addBatch();
        timetable.setString(1, tenant + "/" + connection + "/event");
        timetable.setObject(2, since.plusMillis(i).atOffset(ZoneOffset.UTC));
        timetable.addBatch();
      }
      task.executeBatch();
      timetable.executeBatch();
    }
  }
}
