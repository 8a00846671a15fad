package dev.patchbay.bench;

import dev.patchbay.bench.database.Postgres;
import dev.patchbay.bench.limit.BareSchedulers;
import dev.patchbay.bench.measure.Pair;
import dev.patchbay.bench.measure.Pairs;
import dev.patchbay.bench.product.PatchbayServer;
import dev.patchbay.bench.product.SyncingNodes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Benchmark 8: connections that are due at once, whose syncs find nothing, on two nodes. */
final class Dues implements AutoCloseable {
  private static final int PER_SECOND = 111;

  private final Scale scale;
  private final Postgres postgres;
  private final SyncingNodes product;
  private final BareSchedulers limit;

  private Dues(Scale scale, Postgres postgres, SyncingNodes product, BareSchedulers limit) {
    this.scale = scale;
    this.postgres = postgres;
    this.product = product;
    this.limit = limit;
  }

  static Dues open(Path distribution, Path folder, List<String> javaOptions, Scale scale) {
    Postgres postgres = Postgres.start(folder.resolve("postgres"));
    SyncingNodes product =
        SyncingNodes.start(
            distribution, folder.resolve("nodes"), postgres, javaOptions, scale.due());
    return new Dues(
        scale,
        postgres,
        product,
        BareSchedulers.start(
            PatchbayServer.javaOptions(distribution), folder, postgres, scale.due()));
  }

  /** Fails unless each connection had one run in each round, also in that in which a node dies. */
  Result measure() {
    Pairs pairs =
        Pairs.run(
            Math.min(1, scale.warmUps()),
            scale.duePairs(),
            () -> new Pair(product.round(), limit.round()));
    List<Double> lateness = product.lateness(PER_SECOND, scale.paced());
    Duration death = product.roundWithDeath();
    return new Result(scale.due(), pairs, lateness.get(0), lateness.get(1), death);
  }

  @Override
  public void close() {
    limit.close();
    product.close();
    postgres.close();
  }

  /**
   * What came of it.
   *
   * @param due how many at once
   * @param median by how many milliseconds a run began late where 111 are due in a second
   * @param p99 what one run of a hundred exceeded there
   * @param death how long a round took in which one of the nodes died
   */
  record Result(int due, Pairs pairs, double median, double p99, Duration death) {}
}
