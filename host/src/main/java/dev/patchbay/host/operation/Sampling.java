package dev.patchbay.host.operation;

import dev.patchbay.host.egress.Exchange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps the first successes of every connection and minute, and of the rest every hundredth: enough
 * to see what a connection does, however much it does.
 */
@Singleton
public class Sampling {

  private static final int FIRST = 10;
  private static final int EVERY = 100;

  private final Clock clock;
  private volatile Minute current = new Minute(Instant.MIN, new ConcurrentHashMap<>());

  private record Minute(Instant start, Map<String, AtomicInteger> seen) {}

  @Inject
  public Sampling(Clock clock) {
    this.clock = clock;
  }

  boolean wants(Exchange success) {
    String who = success.sender().origin().tenant() + " " + success.sender().connection();
    int number = minute().seen().computeIfAbsent(who, key -> new AtomicInteger()).incrementAndGet();
    return number <= FIRST || number % EVERY == 0;
  }

  private Minute minute() {
    Instant start = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    Minute minute = current;
    if (!minute.start().equals(start)) {
      minute = new Minute(start, new ConcurrentHashMap<>());
      current = minute;
    }
    return minute;
  }
}
