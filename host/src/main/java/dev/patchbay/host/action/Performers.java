package dev.patchbay.host.action;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Has requests carried out on threads of their own, so that a slow one goes on when whoever asked
 * has heard that it does.
 */
@Singleton
public class Performers {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Actions actions;
  private final ExecutorService threads;
  private final Duration patience;

  @Inject
  public Performers(Actions actions, ExecutorService threads) {
    this(actions, threads, PATIENCE);
  }

  Performers(Actions actions, ExecutorService threads, Duration patience) {
    this.actions = actions;
    this.threads = threads;
    this.patience = patience;
  }

  /**
   * Does it, or waits for whoever does, as long as a caller waits.
   *
   * @return the id of the run, which may be still running
   */
  String perform(ActionRequest request) {
    var begun = actions.begin(request);
    if (begun.mine()) {
      waitFor(threads.submit(() -> actions.carryOut(begun.runId(), request)));
    } else {
      waitForOther(request.tenantId(), begun.runId());
    }
    return begun.runId();
  }

  private void waitFor(Future<?> work) {
    try {
      work.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException slow) {
      return;
    } catch (ExecutionException e) {
      throw new IllegalStateException("What became of an action cannot be written down", e);
    } catch (InterruptedException e) {
      throw givenUp();
    }
  }

  /** Whoever does it may be another node. */
  private void waitForOther(String tenantId, String runId) {
    long looks = patience.dividedBy(LOOK);
    for (long look = 0; look < looks && actions.require(tenantId, runId).isRunning(); look++) {
      try {
        TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
      } catch (InterruptedException e) {
        throw givenUp();
      }
    }
  }

  private static CancellationException givenUp() {
    Thread.currentThread().interrupt();
    return new CancellationException("The wait for an action was given up");
  }
}
