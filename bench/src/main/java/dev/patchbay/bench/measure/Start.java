package dev.patchbay.bench.measure;

import java.time.Duration;

/**
 * One start of a server.
 *
 * @param wall from launch to the first answer
 * @param cpu used until then
 * @param residentBytes in RAM, once it has rested
 */
public record Start(Duration wall, Duration cpu, long residentBytes) {
  private static final double MILLIS = 1e3;
  private static final double MEBIBYTE = 1 << 20;

  public double wallSeconds() {
    return wall.toMillis() / MILLIS;
  }

  public double cpuSeconds() {
    return cpu.toMillis() / MILLIS;
  }

  public double residentMebibytes() {
    return residentBytes / MEBIBYTE;
  }

  @Override
  public String toString() {
    return "%.1f s, CPU %.1f s, %.0f MiB"
        .formatted(wallSeconds(), cpuSeconds(), residentMebibytes());
  }
}
