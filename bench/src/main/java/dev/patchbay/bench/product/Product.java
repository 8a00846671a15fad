package dev.patchbay.bench.product;

import dev.patchbay.bench.database.Postgres;
import dev.patchbay.bench.measure.CpuWatch;
import dev.patchbay.bench.measure.Lap;
import dev.patchbay.bench.measure.ProcessTree;
import dev.patchbay.bench.product.Crm.PullWish;
import dev.patchbay.bench.provider.Content;
import dev.patchbay.bench.provider.Provider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packed server on PostgreSQL, used as a CRM uses it. */
public final class Product implements AutoCloseable {
  private static final String DATABASE = "patchbay";
  private static final String CONTENT =
      """
      select count(*), md5(string_agg(external_id || fingerprint, ',' order by external_id))
      from record where deleted_at is null
      """;

  private final Postgres postgres;
  private final PatchbayServer server;
  private final Crm crm;
  private final Runs runs;
  private final CpuWatch watch;
  private String connection;

  private Product(Postgres postgres, PatchbayServer server, Provider provider) {
    this.postgres = postgres;
    this.server = server;
    this.crm = Crm.at(server, provider);
    this.runs = new Runs(postgres, DATABASE);
    this.watch = new CpuWatch(new ProcessTree(server.pid()), postgres.cpu());
  }

  /** Starts it; runs begin only when they are asked for. */
  public static Product start(
      Path distribution, Path folder, Postgres postgres, Provider provider, List<String> options) {
    postgres.create(DATABASE);
    List<String> javaOptions = new ArrayList<>(options);
    javaOptions.add("-Dpatchbay.egress.hosts=" + provider.hostMap());
    javaOptions.add("-Dpatchbay.sync.interval=P2D");
    Map<String, String> environment =
        Map.of(
            "PATCHBAY_DB_URL", postgres.url(DATABASE),
            "PATCHBAY_DB_USER", postgres.user(),
            "PATCHBAY_DB_PASSWORD", postgres.user());
    PatchbayServer server = PatchbayServer.start(distribution, folder, javaOptions, environment);
    return new Product(postgres, server.awaitReady(), provider);
  }

  /** Pulls everything into an empty table, over a new connection. */
  public Lap firstPull(int events) {
    postgres.execute(DATABASE, "truncate record");
    postgres.settle();
    watch.start();
    connection = crm.connect();
    return lap(events);
  }

  /** Pulls everything again. */
  public Lap pullAgain(int changed) {
    return pull(PullWish.EVERYTHING, changed);
  }

  /** Pulls what changed. */
  public Lap pullChanges(int changed) {
    return pull(PullWish.CHANGES, changed);
  }

  private Lap pull(PullWish wish, int changed) {
    postgres.settle();
    watch.start();
    crm.pull(connection, wish);
    return lap(changed);
  }

  private Lap lap(int written) {
    Runs.Run run = runs.finished(connection);
    Lap lap = watch.lap(run.read(), run.wall());
    if (run.written() != written) {
      throw new IllegalStateException("%d records were to be written: %s".formatted(written, run));
    }
    return lap;
  }

  /** Connections that fail beside the measured one. */
  public TroubledNeighbours neighbours() {
    return new TroubledNeighbours(crm);
  }

  /** Fails unless its table holds just this. */
  public void require(Content content) {
    content.require(postgres.rows(DATABASE, CONTENT).get(0));
  }

  @Override
  public void close() {
    server.close();
  }
}
