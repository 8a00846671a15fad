package dev.patchbay.bench.limit;

import dev.patchbay.bench.ChildProcess;
import dev.patchbay.bench.database.Postgres;
import dev.patchbay.bench.measure.CpuWatch;
import dev.patchbay.bench.measure.Lap;
import dev.patchbay.bench.measure.ProcessTree;
import dev.patchbay.bench.provider.Content;
import dev.patchbay.bench.provider.Provider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The bare programs as the benchmarks handle them. */
public final class Limit implements AutoCloseable {
  private static final String DATABASE = "bare";
  private static final String CONTENT =
      "select count(*), md5(string_agg(id || (data::json ->> 'etag'), ',' order by id)) from item";

  private final Postgres postgres;
  private final ChildProcess process;
  private final CpuWatch watch;

  private Limit(Postgres postgres, ChildProcess process) {
    this.postgres = postgres;
    this.process = process;
    this.watch = new CpuWatch(new ProcessTree(process.pid()), postgres.cpu());
  }

  /** Starts them in a process of their own. */
  public static Limit start(
      List<String> javaOptions, Path log, Postgres postgres, Provider provider) {
    postgres.create(DATABASE);
    postgres.execute(
        DATABASE,
        "create table item (id text primary key, hash text not null, data text not null)");
    ChildProcess process = ChildProcess.start(LimitProcess.class, log, javaOptions);
    process.ask(provider.events() + "\n" + postgres.url(DATABASE));
    return new Limit(postgres, process);
  }

  /** Writes everything into an empty table. */
  public Lap store(int events) {
    postgres.execute(DATABASE, "truncate item");
    return run("store", events);
  }

  /** Finds what differs and writes nothing. */
  public Lap compare(int different) {
    return run("compare", different);
  }

  /** Writes what changed since the last time that it was asked to write. */
  public Lap change(int changed) {
    return run("change", changed);
  }

  private Lap run(String program, int different) {
    postgres.settle();
    watch.start();
    String[] answer = process.ask(program).split(" ", -1);
    Lap lap = watch.lap(Long.parseLong(answer[0]), Duration.ofNanos(Long.parseLong(answer[2])));
    if (Long.parseLong(answer[1]) != different) {
      throw new IllegalStateException(
          "%d events were to differ, and %s did".formatted(different, answer[1]));
    }
    return lap;
  }

  /** Fails unless its table holds just this. */
  public void require(Content content) {
    content.require(postgres.rows(DATABASE, CONTENT).get(0));
  }

  @Override
  public void close() {
    process.close();
  }
}
