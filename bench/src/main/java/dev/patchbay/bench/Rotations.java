package dev.patchbay.bench;

import dev.patchbay.bench.database.Postgres;
import dev.patchbay.bench.measure.Latencies;
import dev.patchbay.bench.measure.PacedCallers;
import dev.patchbay.bench.product.KeyKeeper;
import dev.patchbay.bench.provider.Provider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Benchmark 12: whether those who use credentials notice that the data key is replaced. */
final class Rotations {
  private static final int CALLERS = 4;
  private static final Duration PACE = Duration.ofMillis(100);
  private static final double NANOS = 1e9;

  private final Path distribution;
  private final Path folder;
  private final Scale scale;

  Rotations(Path distribution, Path folder, Scale scale) {
    this.distribution = distribution;
    this.folder = folder;
    this.scale = scale;
  }

  /** Rotates, and lets the same time pass without it, in turn. */
  Result measure() {
    try (Postgres postgres = Postgres.start(folder.resolve("postgres"));
        Provider provider = Provider.start(folder);
        KeyKeeper server =
            KeyKeeper.start(
                distribution, folder.resolve("server"), postgres, provider, scale.credentials())) {
      PacedCallers callers = new PacedCallers(PACE, server.readers(CALLERS));
      for (int i = 0; i < scale.rotationWarmUps(); i++) {
        rotation(server, callers);
      }
      List<Turn> turns = new ArrayList<>();
      for (int i = 0; i < scale.rotations(); i++) {
        turns.add(rotation(server, callers));
        System.err.println("  rotation " + turns.get(i));
      }
      return new Result(scale.credentials(), turns);
    }
  }

  private static Turn rotation(KeyKeeper server, PacedCallers callers) {
    server.begin();
    long began = System.nanoTime();
    Latencies with = callers.during(server::finishSealing);
    Duration sealing = Duration.ofNanos(System.nanoTime() - began);
    server.finish();
    Latencies without = callers.during(() -> Waiting.pause(sealing));
    return new Turn(with, without, sealing);
  }

  /**
   * A rotation, and as much time without one.
   *
   * @param sealing how long everything took to be sealed anew
   */
  record Turn(Latencies with, Latencies without, Duration sealing) {}

  /**
   * What came of it.
   *
   * @param credentials that were sealed anew in each turn
   */
  record Result(int credentials, List<Turn> turns) {

    /** How many were sealed anew in a second. */
    double perSecond(Turn turn) {
      return credentials * NANOS / turn.sealing().toNanos();
    }
  }
}
