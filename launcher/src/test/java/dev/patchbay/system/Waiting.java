package dev.patchbay.system;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does, by looking again until it has happened. */
public final class Waiting {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Waiting() {}

  /**
   * Returns as soon as the condition holds, or when the time is up: the caller asserts.
   *
   * @return whether the condition held
   */
  public static boolean until(BooleanSupplier condition, long time, TimeUnit unit) {
    long end = System.nanoTime() + unit.toNanos(time);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }
}
