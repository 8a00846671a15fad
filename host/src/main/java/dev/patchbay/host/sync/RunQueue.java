package dev.patchbay.host.sync;

import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.persistence.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The life of runs: asked for, begun, taken over after a crash, postponed, ended. There is one at a
 * time per connection and type, whoever asks for it and however often.
 */
@Singleton
class RunQueue {
  private static final Duration KEPT = Duration.ofDays(7);

  private final Database database;
  private final SyncTasks tasks;
  private final SyncRuns runs;
  private final PushConsents consents;
  private final Ids ids;
  private final Clock clock;

  @Inject
  RunQueue(
      Database database,
      SyncTasks tasks,
      SyncRuns runs,
      PushConsents consents,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.tasks = tasks;
    this.runs = runs;
    this.consents = consents;
    this.ids = ids;
    this.clock = clock;
  }

  /** Keeps a type of a connection in sync from now on; returns false if it already was. */
  boolean open(String tenantId, String connectionId, String type) {
    return database.write(
        connection -> {
          if (tasks.lock(connection, connectionId, type).isPresent()) {
            return false;
          }
          tasks.insert(connection, tenantId, connectionId, type);
          return true;
        });
  }

  Optional<SyncTask> task(String connectionId, String type) {
    return tasks(connectionId).stream().filter(task -> task.type().equals(type)).findFirst();
  }

  List<SyncTask> tasks(String connectionId) {
    return database.read(connection -> tasks(connection, connectionId));
  }

  List<SyncTask> tasks(Connection connection, String connectionId) throws SQLException {
    return tasks.of(connection, connectionId);
  }

  /**
   * Asks for a run: the one that is queued or running already, else a new one.
   *
   * @return empty if the type is not kept in sync
   */
  Optional<SyncRun> request(String connectionId, String type, PullKind kind) {
    return request(connectionId, type, Wish.pull(kind));
  }

  /** The same for other directions. */
  Optional<SyncRun> request(String connectionId, String type, Wish wish) {
    return database.write(
        connection -> {
          Optional<SyncTask> task = tasks.lock(connection, connectionId, type);
          return task.isEmpty()
              ? Optional.empty()
              : Optional.of(request(connection, task.get(), wish));
        });
  }

  private SyncRun request(Connection connection, SyncTask task, Wish wish) throws SQLException {
    if (task.activeRun().isEmpty()) {
      return enqueue(connection, task, wish);
    }
    runs.widen(connection, task.activeRun().get(), wish);
    return runs.find(connection, task.tenantId(), task.activeRun().get()).orElseThrow();
  }

  private SyncRun enqueue(Connection connection, SyncTask task, Wish wish) throws SQLException {
    SyncRun run =
        new SyncRun(
            ids.next("run"),
            task.tenantId(),
            task.connectionId(),
            task.type(),
            wish.direction(),
            wish.kind() == PullKind.FULL,
            RunState.QUEUED,
            0,
            null,
            RunReport.empty(),
            clock.instant(),
            null,
            null,
            null);
    runs.insert(connection, run, wish);
    tasks.activate(connection, task.connectionId(), task.type(), run.id());
    return run;
  }

  /** Whether a run was asked for and not begun yet. */
  boolean isWaiting(TaskName name) {
    Optional<SyncTask> task = task(name.connectionId(), name.type());
    return task.flatMap(SyncTask::activeRun)
        .flatMap(id -> database.read(db -> runs.find(db, task.get().tenantId(), id)))
        .filter(run -> run.state() == RunState.QUEUED)
        .isPresent();
  }

  /** Whether a run came to its end since then, and nobody asked for another. */
  boolean hasEnded(TaskName name, Instant since) {
    return task(name.connectionId(), name.type())
        .filter(task -> task.activeRun().isEmpty())
        .filter(task -> database.read(db -> runs.hasEnded(db, task, since)))
        .isPresent();
  }

  /**
   * Begins the run that is queued, goes on with the one that was interrupted, or begins a new one.
   * Whoever held the run before can no longer write.
   *
   * @return empty if the type is no longer kept in sync
   */
  Optional<HeldRun> begin(String connectionId, String type) {
    return database.write(
        connection -> {
          Optional<SyncTask> task = tasks.lock(connection, connectionId, type);
          return task.isEmpty() ? Optional.empty() : Optional.of(begin(connection, task.get()));
        });
  }

  private HeldRun begin(Connection connection, SyncTask task) throws SQLException {
    String id = active(connection, task);
    String token = ids.next("lease");
    runs.begin(connection, id, token, clock.instant());
    SyncRun run = runs.find(connection, task.tenantId(), id).orElseThrow();
    return new HeldRun(database, run, token);
  }

  /** The run that goes on, or a new one, which pushes where somebody agreed to it. */
  private String active(Connection connection, SyncTask task) throws SQLException {
    return task.activeRun().isPresent()
        ? task.activeRun().get()
        : enqueue(
                connection,
                task,
                consents.any(connection, task.connectionId(), task.type())
                    ? Wish.both()
                    : Wish.pull(PullKind.INCREMENTAL))
            .id();
  }

  /**
   * Calls a run off: at once if nobody is at it, else before its next item. One that has ended
   * stays what it is.
   *
   * @return the run, empty if the tenant has none with this id
   */
  Optional<SyncRun> cancel(String tenantId, String id) {
    return database.write(
        connection -> {
          Optional<SyncRun> asked = runs.find(connection, tenantId, id);
          if (asked.isEmpty()) {
            return asked;
          }
          tasks.lock(connection, asked.get().connectionId(), asked.get().type());
          SyncRun run = runs.find(connection, tenantId, id).orElseThrow();
          if (!run.state().isFinal()) {
            cancel(connection, run);
          }
          return runs.find(connection, tenantId, id);
        });
  }

  private void cancel(Connection connection, SyncRun run) throws SQLException {
    if (run.state() == RunState.RUNNING && run.waitingUntil() == null) {
      runs.callOff(connection, run.id());
    } else {
      runs.end(connection, run.id(), RunState.CANCELLED, clock.instant());
      tasks.activate(connection, run.connectionId(), run.type(), null);
    }
  }

  /** What is wanted of the run by now; somebody may have asked for more since it began. */
  Wanted wanted(HeldRun held) {
    return database.read(connection -> runs.wanted(connection, held.lease().runId()));
  }

  /**
   * Ends the run, unless somebody asked for more meanwhile.
   *
   * @param awaited the hash of the plan that a person has to confirm, if one has to
   * @return whether it ended
   */
  boolean end(HeldRun held, RunState state, Wanted done, Optional<String> awaited) {
    Lease lease = held.lease();
    return database.write(
        connection -> {
          tasks.lock(connection, lease.connectionId(), lease.type());
          if (!runs.wanted(connection, lease.runId()).equals(done)) {
            return false;
          }
          end(connection, held, state);
          if (awaited.isPresent()) {
            runs.await(connection, lease.runId(), awaited.get());
          }
          return true;
        });
  }

  /**
   * Lets the run wait; whoever begins it next goes on where it is.
   *
   * @param forgiven how many attempts are not counted
   */
  void postpone(HeldRun held, RunError reason, Instant until, int forgiven) {
    held.write(
        held.report().because(reason),
        connection -> runs.postpone(connection, held.lease(), until, forgiven));
  }

  /** Ends the run and makes way for the next. */
  void end(HeldRun held, RunState state) {
    Lease lease = held.lease();
    database.<Void>write(
        connection -> {
          tasks.lock(connection, lease.connectionId(), lease.type());
          end(connection, held, state);
          return null;
        });
  }

  private void end(Connection connection, HeldRun held, RunState state) throws SQLException {
    Lease lease = held.lease();
    held.save(connection, held.report());
    runs.end(connection, lease.runId(), state, clock.instant());
    tasks.activate(connection, lease.connectionId(), lease.type(), null);
    Instant old = clock.instant().minus(KEPT);
    runs.forget(connection, lease.connectionId(), lease.type(), old);
  }

  /** No longer keeps the type in sync; a run that is active ends at its next write. */
  void close(String connectionId, String type) {
    database.<Void>write(
        connection -> {
          close(connection, connectionId, type);
          return null;
        });
  }

  /** The same within a transaction that somebody else began. */
  void close(Connection connection, String connectionId, String type) throws SQLException {
    Optional<String> active =
        tasks.lock(connection, connectionId, type).flatMap(SyncTask::activeRun);
    if (active.isPresent()) {
      runs.end(connection, active.get(), RunState.CANCELLED, clock.instant());
    }
    tasks.remove(connection, connectionId, type);
  }
}
