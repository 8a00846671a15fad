package dev.patchbay.host.plugin;

import java.time.Duration;

/**
 * How patient a call is before its failure is told; small, since a sync run has its own patience.
 *
 * @param retries how often a call is repeated
 * @param base the upper bound of the first wait, which doubles with every further one
 * @param longestBackOff where the doubling stops
 * @param longestLimit the longest wait that a service may ask for within a call
 */
record RetryPolicy(int retries, Duration base, Duration longestBackOff, Duration longestLimit) {

  boolean isTooLong(Duration asked) {
    return asked.compareTo(longestLimit) > 0;
  }

  static RetryPolicy usual() {
    return new RetryPolicy(
        3, Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofSeconds(30));
  }
}
