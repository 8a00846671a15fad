package dev.patchbay.bench.measure;

import java.util.List;

/**
 * How long calls took that somebody waited for.
 *
 * @param sorted in nanoseconds, the shortest first
 */
public record Latencies(List<Long> sorted) {
  private static final double NANOS_PER_MILLI = 1e6;

  public static Latencies of(List<Long> nanos) {
    return new Latencies(nanos.stream().sorted().toList());
  }

  public double median() {
    return millis(0.5);
  }

  /** What only one call in a hundred exceeded, in milliseconds. */
  public double p99() {
    return millis(0.99);
  }

  private double millis(double part) {
    return sorted.get((int) (part * (sorted.size() - 1))) / NANOS_PER_MILLI;
  }

  @Override
  public String toString() {
    return "%,d calls, p50 %.2f ms, p99 %.2f ms".formatted(sorted.size(), median(), p99());
  }
}
