package dev.patchbay.bench.limit;

import dev.patchbay.bench.ChildProcess;
import dev.patchbay.bench.database.Postgres;
import dev.patchbay.bench.measure.CpuWatch;
import dev.patchbay.bench.measure.Lap;
import dev.patchbay.bench.measure.ProcessTree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The bare program beside renewals as the benchmark handles it. */
public final class DurableWrites implements AutoCloseable {
  private static final String DATABASE = "bare";

  private final Postgres postgres;
  private final ChildProcess process;
  private final CpuWatch watch;
  private final int tokens;
  private long rounds;

  private DurableWrites(Postgres postgres, ChildProcess process, int tokens) {
    this.postgres = postgres;
    this.process = process;
    this.watch = new CpuWatch(new ProcessTree(process.pid()), postgres.cpu());
    this.tokens = tokens;
  }

  /** Starts it with so many tokens. */
  public static DurableWrites start(
      List<String> javaOptions, Path log, Postgres postgres, int tokens) {
    postgres.create(DATABASE);
    postgres.execute(
        DATABASE,
        "create table token (id int primary key, sealed bytea not null, version bigint not null)");
    postgres.execute(
        DATABASE,
        "insert into token select id, '', 0 from generate_series(0, %d) id".formatted(tokens - 1));
    ChildProcess process = ChildProcess.start(DurableWritesProcess.class, log, javaOptions);
    process.ask(postgres.url(DATABASE));
    return new DurableWrites(postgres, process, tokens);
  }

  /** Writes each token once. */
  public Lap round() {
    postgres.settle();
    watch.start();
    long nanos = Long.parseLong(process.ask(Integer.toString(tokens)));
    rounds++;
    return watch.lap(tokens, Duration.ofNanos(nanos));
  }

  /** Fails unless each was written in each round. */
  public void require() {
    String stale =
        postgres
            .rows(DATABASE, "select count(*) from token where version <> " + rounds)
            .get(0)
            .get(0);
    if (!stale.equals("0")) {
      throw new IllegalStateException(
          "%s tokens were not written in all of %d rounds".formatted(stale, rounds));
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
