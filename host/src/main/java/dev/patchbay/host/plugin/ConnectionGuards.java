package dev.patchbay.host.plugin;

import dev.patchbay.api.error.Unavailable;
import io.smallrye.faulttolerance.api.Guard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One breaker per connection: a service that is down for one account of one tenant must not stop
 * another's. Made when a connection is first used and forgotten when it rests, so that their number
 * follows the work and not the customers.
 */
final class ConnectionGuards {

  private static final int CALLS = 8;
  private static final double HALF = 0.5;

  private final Clock clock;
  private final Duration openFor;
  private final Duration rest;
  private final Map<String, Used> guards = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> swept;

  private record Used(Guard guard, AtomicReference<Instant> last) {}

  /**
   * @param openFor how long a breaker stays open before it lets one call through
   * @param rest after how long without a call a breaker is forgotten
   */
  ConnectionGuards(Clock clock, Duration openFor, Duration rest) {
    this.clock = clock;
    this.openFor = openFor;
    this.rest = rest;
    this.swept = new AtomicReference<>(clock.instant());
  }

  Guard of(String connection) {
    Instant now = clock.instant();
    sweep(now);
    Used used =
        guards.computeIfAbsent(connection, id -> new Used(guard(id), new AtomicReference<>(now)));
    used.last().set(now);
    return used.guard();
  }

  int size() {
    return guards.size();
  }

  private void sweep(Instant now) {
    Instant before = swept.get();
    if (before.plus(rest).isBefore(now) && swept.compareAndSet(before, now)) {
      guards.values().removeIf(used -> used.last().get().plus(rest).isBefore(now));
    }
  }

  private Guard guard(String connection) {
    return Guard.create()
        .withDescription(connection)
        .withCircuitBreaker()
        .failOn(Unavailable.class)
        .requestVolumeThreshold(CALLS)
        .failureRatio(HALF)
        .delay(openFor.toMillis(), ChronoUnit.MILLIS)
        .done()
        .build();
  }
}
