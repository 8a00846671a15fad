package dev.patchbay.host.sync;

import dev.patchbay.api.error.RateLimited;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * When a task is due again. Everything has chance in it, so that a thousand connections that began
 * or failed together do not come back together.
 */
@Singleton
class Pace {
  /** How often a run is begun again without having got further, before it fails. */
  static final int MOST_ATTEMPTS = 6;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final Duration LONGEST_LIMIT = Duration.ofDays(1);

  private final Duration interval;
  private final Clock clock;
  private final RandomGenerator random;

  @Inject
  Pace(
      @ConfigProperty(name = "patchbay.sync.interval", defaultValue = "PT5M") Duration interval,
      Clock clock) {
    this(interval, clock, RandomGenerator.getDefault());
  }

  Pace(Duration interval, Clock clock, RandomGenerator random) {
    this.interval = interval;
    this.clock = clock;
    this.random = random;
  }

  /** When the next run is due of itself: after the interval, give or take a tenth. */
  Instant regular() {
    return after(interval.multipliedBy(9).dividedBy(10), interval.dividedBy(5));
  }

  /** When to try again after a failure: exponential backoff with full jitter. */
  Instant retry(int attempts) {
    return after(Duration.ofSeconds(1), backoff(attempts));
  }

  /** When to go on: exactly when the service asked, never sooner. */
  Instant goOn(RateLimited limit, int attempts) {
    Optional<Duration> asked = limit.retryAfter();
    if (asked.isEmpty()) {
      return retry(attempts);
    }
    Duration wait = asked.get().compareTo(LONGEST_LIMIT) > 0 ? LONGEST_LIMIT : asked.get();
    return clock.instant().plus(wait);
  }

  private static Duration backoff(int attempts) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(attempts, 1) - 1, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private Instant after(Duration least, Duration spread) {
    return clock.instant().plus(least).plusMillis(random.nextLong(spread.toMillis() + 1));
  }
}
