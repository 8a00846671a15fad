package dev.patchbay.host.sync;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.persistence.DatabaseFailure;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.concurrent.CancellationException;

/**
 * Gives each way in which an execution can end its one consequence, and says when to come again.
 */
@Singleton
class Consequences {
  private static final System.Logger LOG = System.getLogger(Consequences.class.getName());

  private final RunQueue queue;
  private final Pace pace;

  @Inject
  Consequences(RunQueue queue, Pace pace) {
    this.queue = queue;
    this.pace = pace;
  }

  /** A run came to its end by itself. */
  Instant finished() {
    return pace.regular();
  }

  /** The connection cannot be read now; a run that waits for it would wait in vain. */
  Instant rest(SyncTask task) {
    if (task.activeRun().isPresent()) {
      queue
          .begin(task.connectionId(), task.type())
          .ifPresent(run -> cancel(run, "The connection is not active: it needs a person first."));
    }
    return pace.regular();
  }

  /** A run that was begun time and again and got nowhere must not go on for ever. */
  void requireProgress(HeldRun run) {
    int attempts = run.lease().attempts();
    if (attempts > Pace.MOST_ATTEMPTS) {
      throw new PullFailure(
          "The run was begun %d times and never got further".formatted(attempts - 1));
    }
  }

  Instant of(RuntimeException failure, HeldRun run) {
    if (failure instanceof DatabaseFailure || failure instanceof CancellationException) {
      throw failure;
    }
    if (failure instanceof RateLimited limit) {
      return postpone(run, limit, pace.goOn(limit, run.attempts()), 1);
    }
    if (failure instanceof Unavailable && run.attempts() < Pace.MOST_ATTEMPTS) {
      return postpone(run, failure, pace.retry(run.attempts()), 0);
    }
    if (failure instanceof CalledOff) {
      return cancel(run, failure.getMessage());
    }
    return failure instanceof Superseded ? pace.regular() : end(failure, run);
  }

  /** A wait that the service asked for is no failed attempt. */
  private Instant postpone(HeldRun run, RuntimeException failure, Instant until, int forgiven) {
    queue.postpone(run, RunError.ofRun(failure), until, forgiven);
    return until;
  }

  private Instant end(RuntimeException failure, HeldRun run) {
    if (failure instanceof ProblemException) {
      return cancel(run, failure.getMessage());
    }
    boolean explained =
        failure instanceof IntegrationException
            || failure instanceof PullFailure
            || failure instanceof SourceDefect;
    LOG.log(Level.WARNING, "The sync run " + run.lease().runId() + " failed", failure);
    RunError reason =
        explained
            ? RunError.ofRun(failure)
            : RunError.note("The server has a defect; its log tells more: " + failure);
    queue.end(run.because(reason), RunState.FAILED);
    return pace.regular();
  }

  private Instant cancel(HeldRun run, String reason) {
    queue.end(run.because(RunError.note(reason)), RunState.CANCELLED);
    return pace.regular();
  }
}
