package dev.patchbay.host.problem;

import java.time.Duration;

/**
 * Writes a wait as the {@code Retry-After} header wants it: rounded up, so that nobody is early.
 */
public final class RetryAfter {

  private RetryAfter() {}

  public static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
