package dev.patchbay.bench.limit;

import dev.patchbay.bench.ChildProcess;
import dev.patchbay.bench.database.Postgres;
import dev.patchbay.bench.database.Timetable;
import dev.patchbay.bench.measure.CpuWatch;
import dev.patchbay.bench.measure.Lap;
import dev.patchbay.bench.measure.ProcessTree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The bare program beside syncs, two nodes of it, as the benchmark handles it. */
public final class BareSchedulers implements AutoCloseable {
  private static final String DATABASE = "bare";
  private static final String TABLE =
      """
      create table scheduled_tasks (
        task_name text not null, task_instance text not null, task_data bytea,
        execution_time timestamp with time zone not null, picked boolean not null, picked_by text,
        last_success timestamp with time zone, last_failure timestamp with time zone,
        consecutive_failures int, last_heartbeat timestamp with time zone, version bigint not null,
        priority smallint, primary key (task_name, task_instance));
      create index execution_time_idx on scheduled_tasks (execution_time);
      create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
      insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        select '%s', 'ten_bench/con_bench' || n || '/event', now() + interval '9 days', false, 1
        from generate_series(1, %d) n
      """;

  private final Postgres postgres;
  private final Timetable timetable;
  private final int tasks;
  private final ChildProcess one;
  private final ChildProcess other;
  private final CpuWatch watch;

  private BareSchedulers(Postgres postgres, int tasks, ChildProcess one, ChildProcess other) {
    this.postgres = postgres;
    this.timetable = new Timetable(postgres, DATABASE);
    this.tasks = tasks;
    this.one = one;
    this.other = other;
    ProcessTree first = new ProcessTree(one.pid());
    ProcessTree second = new ProcessTree(other.pid());
    this.watch = new CpuWatch(() -> first.used().plus(second.used()), postgres.cpu());
  }

  /** Starts both with so many tasks. */
  public static BareSchedulers start(
      List<String> javaOptions, Path log, Postgres postgres, int tasks) {
    postgres.create(DATABASE);
    postgres.execute(DATABASE, TABLE.formatted(BareSchedulerProcess.TASK, tasks));
    return new BareSchedulers(
        postgres,
        tasks,
        node(javaOptions, log, postgres, "one"),
        node(javaOptions, log, postgres, "other"));
  }

  private static ChildProcess node(
      List<String> javaOptions, Path log, Postgres postgres, String name) {
    ChildProcess node =
        ChildProcess.start(BareSchedulerProcess.class, log.resolve(name), javaOptions);
    node.tell(postgres.url(DATABASE));
    node.ask(name);
    return node;
  }

  /** Both nodes do each task once. */
  public Lap round() {
    postgres.settle();
    postgres.execute(DATABASE, "update scheduled_tasks set version = 0");
    watch.start();
    long began = System.nanoTime();
    timetable.makeAllDue();
    timetable.awaitLeft(0);
    Lap lap = watch.lap(tasks, Duration.ofNanos(System.nanoTime() - began));
    requireOnceEach();
    return lap;
  }

  /** To be picked and to be put back counts two. */
  private void requireOnceEach() {
    String wrong = "select count(*) from scheduled_tasks where version <> 2";
    String others = postgres.rows(DATABASE, wrong).get(0).get(0);
    if (!others.equals("0")) {
      throw new IllegalStateException(others + " tasks were not done exactly once");
    }
  }

  @Override
  public void close() {
    one.close();
    other.close();
  }
}
