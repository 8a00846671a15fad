package dev.patchbay.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for another process, which nothing here can be told by. */
public final class Waiting {
  private static final long LOOK_MILLIS = 20;

  private Waiting() {}

  /**
   * @param what is waited for, as the message says if it never comes
   */
  public static void until(String what, Duration longest, BooleanSupplier there) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Waited " + longest + " in vain: " + what);
      }
      pause(Duration.ofMillis(LOOK_MILLIS));
    }
  }

  /** Lets the time pass that a figure needs. */
  public static void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
