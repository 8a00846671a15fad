package dev.patchbay.host.sync;

import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import dev.patchbay.host.record.Database;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets callers follow runs. Each watcher reads the run's row now and then, so that any node can
 * serve it, whichever node the run is on; there are only so many at a time.
 */
@Singleton
class RunWatchers {
  private static final int MOST = 100;
  private static final long MILLIS_BETWEEN_LOOKS = 500;

  private final SyncRuns runs;
  private final Database database;
  private final Semaphore places = new Semaphore(MOST);

  @Resource private ManagedScheduledExecutorService timer;

  @Inject
  RunWatchers(SyncRuns runs, Database database) {
    this.runs = runs;
    this.database = database;
  }

  /** Tells the sink of the run until the run ends or the caller leaves. */
  void watch(SyncRun run, SseEventSink sink, Sse sse) {
    if (!places.tryAcquire()) {
      throw ProblemException.of(
              ProblemType.UNAVAILABLE,
              "%d callers follow sync runs already; ask for the run itself instead."
                  .formatted(MOST))
          .withRetryAfter(Duration.ofSeconds(5));
    }
    RunWatcher watcher = new RunWatcher(sink, sse, () -> look(run), places::release);
    watcher.follow(
        work -> timer.scheduleWithFixedDelay(work, 0, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS));
  }

  private SyncRun look(SyncRun run) {
    return database.read(db -> runs.find(db, run.tenantId(), run.id())).orElse(run);
  }

  /** Has work done again and again. */
  interface Rhythm {
    ScheduledFuture<?> repeat(Runnable work);
  }
}
