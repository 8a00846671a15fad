package dev.patchbay.bench.limit;

import dev.patchbay.bench.ChildProcess;
import dev.patchbay.bench.database.Postgres;
import dev.patchbay.bench.measure.CpuWatch;
import dev.patchbay.bench.measure.Lap;
import dev.patchbay.bench.measure.ProcessTree;
import dev.patchbay.bench.token.TokenServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The bare program that does all of a renewal, as the benchmark handles it. */
public final class BareRenewals implements AutoCloseable {
  private static final String DATABASE = "bare_renewals";

  private final Postgres postgres;
  private final ChildProcess process;
  private final CpuWatch watch;
  private final int tokens;

  private BareRenewals(Postgres postgres, ChildProcess process, int tokens) {
    this.postgres = postgres;
    this.process = process;
    this.watch = new CpuWatch(new ProcessTree(process.pid()), postgres.cpu());
    this.tokens = tokens;
  }

  /** Starts it with so many tokens of its own. */
  public static BareRenewals start(
      List<String> javaOptions, Path log, Postgres postgres, TokenServer server, int tokens) {
    postgres.create(DATABASE);
    postgres.execute(
        DATABASE,
        "create table token (id int primary key, answer bytea not null, version bigint not null,"
            + " lease_owner text, lease_until timestamptz)");
    ChildProcess process = ChildProcess.start(BareRenewalsProcess.class, log, javaOptions);
    process.tell(postgres.url(DATABASE));
    process.tell(server.address().toString());
    process.ask(Integer.toString(tokens));
    return new BareRenewals(postgres, process, tokens);
  }

  /** Renews each token once, while as many callers wait for it as in the product. */
  public Lap round() {
    postgres.settle();
    watch.start();
    long nanos = Long.parseLong(process.ask("round"));
    return watch.lap(tokens, Duration.ofNanos(nanos));
  }

  @Override
  public void close() {
    process.close();
  }
}
