package dev.patchbay.bench.product;

import dev.patchbay.bench.Waiting;
import dev.patchbay.bench.database.Postgres;
import dev.patchbay.bench.database.Timetable;
import dev.patchbay.bench.idle.IdlePlugin;
import dev.patchbay.bench.measure.CpuWatch;
import dev.patchbay.bench.measure.Lap;
import dev.patchbay.bench.measure.ProcessTree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two packed servers on one database, with connections whose syncs find nothing. */
public final class SyncingNodes implements AutoCloseable {
  private static final String DATABASE = "patchbay";
  private static final int TENANTS = 10;
  private static final String FILL =
      """
      insert into tenant (id, name, created_at)
        select 'ten_bench' || t, 'Bench ' || t, now() from generate_series(0, %1$d) t;
      insert into integration (id, tenant_id, plugin, name, client_id, scopes, settings,
          permissions, created_at, version)
        select 'int_bench' || t, 'ten_bench' || t, i.plugin, i.name, i.client_id, i.scopes,
          i.settings, i.permissions, now(), 1 from generate_series(0, %1$d) t, integration i;
      insert into connection (id, tenant_id, integration_id, plugin, name, state, account_id,
          account_name, account_scopes, end_user_id, created_at, changed_at, version)
        select 'con_bench' || c, 'ten_bench' || c %% %2$d, 'int_bench' || c %% %2$d, '%3$s', 'Idle',
          'ACTIVE', 'account' || c, 'Account', '', '', now(), now(), 1
        from generate_series(1, %4$d) c;
      insert into sync_task (connection_id, type, tenant_id)
        select id, 'event', tenant_id from connection;
      insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        select 'pull', tenant_id || '/' || connection_id || '/' || type, now() + interval '9 days',
          false, 1 from sync_task;
      """;
  private static final String RUNS_IN_THE_LAST_TURN =
      "select count(*), count(distinct connection_id), count(*) filter (where state ="
          + " 'SUCCEEDED') from sync_run where queued_at >= (select at from turn)";
  private static final String LATENESS =
      """
      select percentile_cont(array[0.5, 0.99]) within group (
        order by extract(epoch from r.started_at - p.at) * 1000)
      from planned p join sync_run r
        on p.task_instance = r.tenant_id || '/' || r.connection_id || '/' || r.type
        and r.queued_at >= (select at from turn)
      """;

  private final Postgres postgres;
  private final Timetable timetable;
  private final int connections;
  private final PatchbayServer one;
  private final PatchbayServer other;
  private final CpuWatch watch;

  private SyncingNodes(
      Postgres postgres, int connections, PatchbayServer one, PatchbayServer other) {
    this.postgres = postgres;
    this.timetable = new Timetable(postgres, DATABASE);
    this.connections = connections;
    this.one = one;
    this.other = other;
    ProcessTree first = new ProcessTree(one.pid());
    ProcessTree second = new ProcessTree(other.pid());
    this.watch = new CpuWatch(() -> first.used().plus(second.used()), postgres.cpu());
  }

  /** Starts both, with so many connections of ten tenants. */
  public static SyncingNodes start(
      Path distribution,
      Path folder,
      Postgres postgres,
      List<String> javaOptions,
      int connections) {
    postgres.create(DATABASE);
    Path plugins = IdlePlugin.packedIn(folder.resolve("plugins"));
    Map<String, String> environment =
        Map.of(
            "PATCHBAY_PLUGINS", plugins.toString(),
            "PATCHBAY_DB_URL", postgres.url(DATABASE),
            "PATCHBAY_DB_USER", postgres.user(),
            "PATCHBAY_DB_PASSWORD", postgres.user());
    List<String> options = new ArrayList<>(javaOptions);
    options.add("-Dpatchbay.sync.interval=P9D");
    PatchbayServer one =
        PatchbayServer.start(distribution, folder.resolve("one"), options, environment)
            .awaitReady();
    Map<String, String> wish =
        Map.of(
            "plugin", IdlePlugin.ID,
            "name", "Idle",
            "clientId", "bench",
            "clientSecret", "a client's secret");
    one.admin().post("/api/v1/integrations", wish);
    PatchbayServer other =
        PatchbayServer.start(distribution, folder.resolve("other"), options, environment)
            .awaitReady();
    postgres.execute(DATABASE, FILL.formatted(TENANTS - 1, TENANTS, IdlePlugin.ID, connections));
    return new SyncingNodes(postgres, connections, one, other);
  }

  /** Both nodes sync each connection once. */
  public Lap round() {
    beginTurn();
    watch.start();
    long began = System.nanoTime();
    timetable.makeAllDue();
    timetable.awaitLeft(0);
    Lap lap = watch.lap(connections, Duration.ofNanos(System.nanoTime() - began));
    requireOneRunEach(connections);
    return lap;
  }

  /** The same, and when a third is left the other node is killed. */
  public Duration roundWithDeath() {
    beginTurn();
    long began = System.nanoTime();
    timetable.makeAllDue();
    timetable.awaitLeft(connections / 3);
    other.kill();
    timetable.awaitLeft(0);
    requireOneRunEach(connections);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /**
   * So many are due each second.
   *
   * @return by how many milliseconds the runs began late: the median, and what one of a hundred
   *     exceeded
   */
  public List<Double> lateness(int perSecond, int seconds) {
    beginTurn();
    timetable.makeDue(perSecond, seconds);
    Duration longest = Duration.ofSeconds(seconds + 60L);
    Waiting.until("all were due", longest, () -> runs().get(0) >= perSecond * (long) seconds);
    timetable.awaitLeft(0);
    requireOneRunEach((long) perSecond * seconds);
    String array = postgres.rows(DATABASE, LATENESS).get(0).get(0);
    return Stream.of(array.substring(1, array.length() - 1).split(",", -1))
        .map(Double::valueOf)
        .toList();
  }

  private void beginTurn() {
    postgres.settle();
    postgres.execute(
        DATABASE, "drop table if exists turn; create table turn as select clock_timestamp() as at");
  }

  private void requireOneRunEach(long expected) {
    List<Long> runs = runs();
    if (runs.stream().anyMatch(number -> number != expected)) {
      throw new IllegalStateException(
          "%d connections were due: %d runs of %d connections, %d of them successful"
              .formatted(expected, runs.get(0), runs.get(1), runs.get(2)));
    }
  }

  /** Runs, connections that they are of, and successes. */
  private List<Long> runs() {
    return postgres.rows(DATABASE, RUNS_IN_THE_LAST_TURN).get(0).stream()
        .map(Long::valueOf)
        .toList();
  }

  @Override
  public void close() {
    other.close();
    one.close();
  }
}
