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
 * One breaker per connection, and beside it how long the service wants to be left alone: a service
 * that is down or busy for one account of one tenant must not stop another's. Made when a
 * connection is first used and forgotten when it rests, so that their number follows the work and
 * not the customers.
 */
final class ConnectionGuards {

  private static final int CALLS = 8;
  private static final double HALF = 0.5;

  private final Clock clock;
  private final Duration openFor;
  private final Duration rest;
  private final Map<String, Used> guards = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> swept;

  /**
   * @param quiet until when the service asked the connection to stay away
   */
  private record Used(Guard guard, AtomicReference<Instant> last, AtomicReference<Instant> quiet) {

    boolean rests(Instant since, Instant now) {
      return last.get().isBefore(since) && quiet.get().isBefore(now);
    }
  }

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
    return used(connection).guard();
  }

  /** For how long the service wants to hear nothing more from this connection. */
  Duration quiet(String connection) {
    Duration left = Duration.between(clock.instant(), used(connection).quiet().get());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Notes that the service asked this connection, and no other, to stay away. */
  void keepQuiet(String connection, Duration time) {
    Instant until = clock.instant().plus(time);
    used(connection).quiet().accumulateAndGet(until, (a, b) -> a.isAfter(b) ? a : b);
  }

  private Used used(String connection) {
    Instant now = clock.instant();
    sweep(now);
    Used used =
        guards.computeIfAbsent(
            connection,
            id ->
                new Used(
                    guard(id), new AtomicReference<>(now), new AtomicReference<>(Instant.EPOCH)));
    used.last().set(now);
    return used;
  }

  int size() {
    return guards.size();
  }

  private void sweep(Instant now) {
    Instant before = swept.get();
    if (before.plus(rest).isBefore(now) && swept.compareAndSet(before, now)) {
      guards.values().removeIf(used -> used.rests(now.minus(rest), now));
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
