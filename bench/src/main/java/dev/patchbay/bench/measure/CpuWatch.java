package dev.patchbay.bench.measure;

import java.time.Duration;

/** Tells what CPU a JVM and the database used for a piece of work. */
public final class CpuWatch {
  private final Cpu jvm;
  private final Cpu database;
  private Duration jvmBefore = Duration.ZERO;
  private Duration databaseBefore = Duration.ZERO;

  public CpuWatch(Cpu jvm, Cpu database) {
    this.jvm = jvm;
    this.database = database;
  }

  public void start() {
    jvmBefore = jvm.used();
    databaseBefore = database.used();
  }

  /** Ends what {@link #start} began. */
  public Lap lap(long units, Duration wall) {
    Duration jvmUsed = jvm.used().minus(jvmBefore);
    return new Lap(units, wall, jvmUsed, database.used().minus(databaseBefore));
  }
}
