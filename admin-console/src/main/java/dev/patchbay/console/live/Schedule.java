package dev.patchbay.console.live;

import java.time.Duration;

/** Repeats work in the background until told to stop. */
public interface Schedule {

  /** Runs {@code beat} again and again, {@code pause} after the last one ended. */
  Stop every(Duration pause, Runnable beat);

  /** Ends a repetition. */
  interface Stop {
    void stop();
  }
}
