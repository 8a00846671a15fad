package dev.patchbay.bench;

import dev.patchbay.bench.measure.ProcessTree;
import dev.patchbay.bench.measure.Start;
import dev.patchbay.bench.product.EmptyPayara;
import dev.patchbay.bench.product.PatchbayServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Benchmark 10: what it takes to start, to be there, and to lie on the disk. */
final class Starts {
  private static final double MEBIBYTE = 1 << 20;

  private final Path distribution;
  private final Path folder;
  private final Scale scale;

  Starts(Path distribution, Path folder, Scale scale) {
    this.distribution = distribution;
    this.folder = folder;
    this.scale = scale;
  }

  /** Starts both in turn, each time from nothing. */
  Result measure() {
    List<Start> product = new ArrayList<>();
    List<Start> limit = new ArrayList<>();
    for (int i = 0; i < scale.starts(); i++) {
      product.add(product(folder.resolve("start-" + i)));
      limit.add(limit(folder.resolve("payara-" + i)));
      System.err.println("  start " + product.get(i) + "; empty Payara " + limit.get(i));
    }
    return new Result(product, limit, mebibytes(distribution));
  }

  private Start product(Path place) {
    long began = System.nanoTime();
    try (PatchbayServer server =
        PatchbayServer.start(distribution, place, List.of(), Map.of()).awaitReady()) {
      server.admin().get("/api/v1/me");
      return rested(began, server.pid());
    }
  }

  private Start limit(Path place) {
    long began = System.nanoTime();
    try (EmptyPayara payara = EmptyPayara.start(distribution, place)) {
      payara.awaitReady();
      return rested(began, payara.pid());
    }
  }

  private Start rested(long began, long pid) {
    Duration wall = Duration.ofNanos(System.nanoTime() - began);
    ProcessTree process = new ProcessTree(pid);
    Duration cpu = process.used();
    Waiting.pause(scale.rest());
    return new Start(wall, cpu, process.residentBytes());
  }

  private static double mebibytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(Starts::size).sum() / MEBIBYTE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What came of it.
   *
   * @param mebibytes of the distribution on the disk
   */
  record Result(List<Start> product, List<Start> limit, double mebibytes) {}
}
