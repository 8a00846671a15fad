package dev.patchbay.bench.measure;

import java.time.Duration;

/**
 * One run of the product or of its limit.
 *
 * @param units how many it brought
 * @param wall from the wish to the last commit
 * @param jvm the CPU time of its JVM
 * @param database the CPU time of PostgreSQL
 */
public record Lap(long units, Duration wall, Duration jvm, Duration database) {
  private static final double NANOS = 1e9;
  private static final double MICROS = 1e3;

  public Lap plus(Lap other) {
    return new Lap(
        units + other.units,
        wall.plus(other.wall),
        jvm.plus(other.jvm),
        database.plus(other.database));
  }

  public double perSecond() {
    return units * NANOS / wall.toNanos();
  }

  /** CPU of both for one unit. */
  public double cpuMicros() {
    return jvmMicros() + databaseMicros();
  }

  public double jvmMicros() {
    return micros(jvm);
  }

  public double databaseMicros() {
    return micros(database);
  }

  private double micros(Duration cpu) {
    return cpu.toNanos() / MICROS / units;
  }

  @Override
  public String toString() {
    return "%,.0f/s, CPU %.1f + %.1f µs".formatted(perSecond(), jvmMicros(), databaseMicros());
  }
}
