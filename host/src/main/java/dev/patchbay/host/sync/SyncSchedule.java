package dev.patchbay.host.sync;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * Executes every task when it is due, on whichever node is free: the database holds the timetable.
 * What a dead node had in hand is taken over once its heartbeats stay away.
 */
final class SyncSchedule implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SyncSchedule.class.getName());

  private static final int MOST_TRIES = 10;

  private final Synchronizer synchronizer;
  private final RunQueue queue;
  private final Pace pace;
  private final Clock clock;
  private final Scheduler scheduler;

  /**
   * @param timetable makes the scheduler for a task
   */
  SyncSchedule(
      Synchronizer synchronizer,
      RunQueue queue,
      Pace pace,
      Clock clock,
      Turns turns,
      Function<Task<?>, SchedulerBuilder> timetable) {
    this.synchronizer = synchronizer;
    this.queue = queue;
    this.pace = pace;
    this.clock = clock;
    this.scheduler = turns.govern(timetable.apply(task())).build();
    turns.tell(scheduler::triggerCheckForDueExecutions);
  }

  void start() {
    scheduler.start();
  }

  /** Stops after at most a few seconds; what was going on goes on at the next start. */
  @Override
  public void close() {
    scheduler.stop();
  }

  /**
   * Makes the task due now; one that is due already keeps its place, and one that is executing
   * looks by itself for what is still to do.
   */
  void wake(TaskName task) {
    queue
        .task(task.connectionId(), task.type())
        .ifPresent(kept -> wake(task.instance(kept.tenantId())));
  }

  private void wake(TaskInstance<Void> task) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (woken(task)) {
        return;
      }
    }
    LOG.log(Level.INFO, "The task is much in demand and will look by itself: {0}", task);
  }

  /** Returns false if somebody else changed the task just now. */
  private boolean woken(TaskInstance<Void> task) {
    try {
      if (!scheduler.scheduleIfNotExists(task, clock.instant()) && !isDue(task)) {
        scheduler.reschedule(task, clock.instant());
      }
      return true;
    } catch (TaskInstanceCurrentlyExecutingException e) {
      return true;
    } catch (TaskInstanceNotFoundException | ExecutionException e) {
      return false;
    }
  }

  private boolean isDue(TaskInstance<Void> task) {
    return scheduler
        .getScheduledExecution(task)
        .filter(known -> !known.getExecutionTime().isAfter(clock.instant()))
        .isPresent();
  }

  private Task<Void> task() {
    return Tasks.custom(TaskName.KIND, Void.class)
        .onFailure(this::comeBack)
        .onDeadExecution(this::takeOver)
        .execute(
            (instance, context) -> {
              TaskName task = TaskName.of(instance.getId());
              Optional<Instant> due =
                  synchronizer.execute(
                      task.connectionId(),
                      task.type(),
                      context.getSchedulerState()::isShuttingDown);
              return (complete, operations) -> settle(task, due, complete, operations);
            });
  }

  private void settle(
      TaskName task,
      Optional<Instant> due,
      ExecutionComplete complete,
      ExecutionOperations<Void> operations) {
    due.ifPresentOrElse(time -> operations.reschedule(complete, time), operations::stop);
    if (queue.isWaiting(task)) {
      wake(task);
    }
  }

  /** A run that had come to its end before its node died is not done once more. */
  private void takeOver(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    Execution dead = complete.getExecution();
    boolean done = queue.hasEnded(TaskName.of(dead.getId()), dead.getExecutionTime());
    operations.reschedule(complete, done ? pace.regular() : clock.instant());
  }

  /** Only the database can have failed, or the server stops: the run is untouched and goes on. */
  private void comeBack(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    Throwable cause = complete.getCause().orElse(null);
    if (cause instanceof CancellationException) {
      operations.reschedule(complete, clock.instant());
      return;
    }
    LOG.log(Level.ERROR, "A sync run was interrupted and will go on", cause);
    int failures = complete.getExecution().consecutiveFailures + 1;
    operations.reschedule(complete, pace.retry(failures));
  }
}
