package dev.patchbay.host.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How long a connection that offers nothing is left alone: twice as long each time, up to an hour.
 * Most of them will never offer anything, and asking is a call of the plugin. Used by one thread at
 * a time; forgotten when the node stops.
 */
final class Patience {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Clock clock;
  private final Map<String, Rest> resting = new HashMap<>();

  Patience(Clock clock) {
    this.clock = clock;
  }

  boolean isOver(String connectionId) {
    Rest rest = resting.get(connectionId);
    return rest == null || !clock.instant().isBefore(rest.end());
  }

  /** It was asked, and had nothing. */
  void begin(String connectionId) {
    resting.compute(
        connectionId,
        (id, before) -> {
          Duration time = before == null ? FIRST : longer(before.time());
          return new Rest(time, clock.instant().plus(time));
        });
  }

  /** Forgets all others. */
  void keepOnly(Set<String> connectionIds) {
    resting.keySet().retainAll(connectionIds);
  }

  private static Duration longer(Duration time) {
    Duration twice = time.multipliedBy(2);
    return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
  }

  private record Rest(Duration time, Instant end) {}
}
