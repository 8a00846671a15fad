package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Source;
import dev.patchbay.host.sync.Sources.Readiness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Has connections kept in sync, and syncs them when somebody asks. */
@Singleton
class Syncs {
  private final RunQueue queue;
  private final SyncSchedule schedule;
  private final Sources sources;

  @Inject
  Syncs(RunQueue queue, SyncSchedule schedule, Sources sources) {
    this.queue = queue;
    this.schedule = schedule;
    this.sources = sources;
  }

  /**
   * Keeps everything that the connection offers in sync from now on, beginning at once.
   *
   * @return whether it offers anything
   */
  boolean begin(String tenantId, String connectionId) {
    List<Source> offered = sources.of(tenantId, connectionId, "");
    for (Source source : offered) {
      queue.open(tenantId, connectionId, source.type());
      request(new TaskName(connectionId, source.type()), Wish.pull(PullKind.INCREMENTAL));
    }
    return !offered.isEmpty();
  }

  /** The types of a connection that are kept in sync. */
  List<String> types(String connectionId) {
    return queue.tasks(connectionId).stream().map(SyncTask::type).toList();
  }

  /**
   * Asks for a run now; one that is queued or running already is as good.
   *
   * @return empty if the type is not kept in sync
   */
  Optional<SyncRun> request(TaskName task, Wish wish) {
    Optional<SyncRun> run = queue.request(task.connectionId(), task.type(), wish);
    run.filter(asked -> asked.state() == RunState.QUEUED).ifPresent(asked -> schedule.wake(task));
    return run;
  }

  /** Calls a run off; empty if the tenant has none with this id. */
  Optional<SyncRun> cancel(String tenantId, String run) {
    return queue.cancel(tenantId, run);
  }

  /** What goes on ends when the connection is paused; all of it is due when it is resumed. */
  void switched(String tenantId, String connectionId) {
    boolean resumed = sources.readiness(tenantId, connectionId) == Readiness.READY;
    for (SyncTask task : queue.tasks(connectionId)) {
      if (resumed) {
        schedule.wake(new TaskName(connectionId, task.type()));
      } else {
        task.activeRun().ifPresent(run -> queue.cancel(tenantId, run));
      }
    }
  }

  /** Puts a task that fell out of the timetable back into it. */
  void restore(TaskName task) {
    schedule.wake(task);
  }
}
