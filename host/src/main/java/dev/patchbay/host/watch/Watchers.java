package dev.patchbay.host.watch;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.StandingCallers;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets callers follow what happens. Only so many follow at a time, each no longer than a token
 * lives, and none beyond the end of its user or API key.
 */
@Singleton
public class Watchers {
  private static final int MOST = 100;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final long MILLIS_BETWEEN_LOOKS = 500;

  private final StandingCallers callers;
  private final Clock clock;
  private final Semaphore places = new Semaphore(MOST);

  @Resource private ManagedScheduledExecutorService timer;

  @Inject
  public Watchers(StandingCallers callers, Clock clock) {
    this.callers = callers;
    this.clock = clock;
  }

  /** Tells the sink until there is nothing more to tell, the caller leaves or has to. */
  public void watch(Caller caller, Watched watched, SseEventSink sink, Sse sse) {
    if (!places.tryAcquire()) {
      throw ProblemException.of(
              ProblemType.UNAVAILABLE,
              "%d callers follow already; ask now and then instead.".formatted(MOST))
          .withRetryAfter(Duration.ofSeconds(5));
    }
    Instant until = clock.instant().plus(LONGEST);
    Watcher watcher =
        new Watcher(
            sink,
            sse,
            watched,
            () -> clock.instant().isBefore(until) && callers.stillStands(caller),
            places::release);
    watcher.follow(
        work -> timer.scheduleWithFixedDelay(work, 0, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS));
  }

  /** Has work done again and again. */
  interface Rhythm {
    ScheduledFuture<?> repeat(Runnable work);
  }
}
