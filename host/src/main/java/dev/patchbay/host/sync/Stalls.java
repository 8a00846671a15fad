package dev.patchbay.host.sync;

import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.record.StoredCollection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Notices a sync that gets nowhere while every single run looks as usual. It goes on being tried,
 * and is found to move again by itself; until then the connection says so.
 */
@Singleton
class Stalls {
  private static final int MANY = 3;
  private static final int LONGEST_REASON = 1_000;

  private final Database database;
  private final SyncTasks tasks;
  private final SyncStates states;
  private final StallNews news;

  @Inject
  Stalls(Database database, SyncTasks tasks, SyncStates states, StallNews news) {
    this.database = database;
    this.tasks = tasks;
    this.states = states;
    this.news = news;
  }

  /**
   * Counts the runs in a row in which a collection was read no further.
   *
   * @param why why this run was one of them; empty if it was none
   * @return the reason once there were too many
   */
  Optional<String> count(HeldRun run, StoredCollection collection, Optional<String> why) {
    String id = collection.id();
    Standstill before = database.read(connection -> states.standstill(connection, id));
    Standstill now = before.after(run.lease().runId(), why.isPresent());
    if (!now.equals(before)) {
      run.write(run.report(), connection -> states.keep(connection, id, now));
    }
    return why.filter(reason -> now.runs() >= MANY)
        .map(
            reason ->
                "The collection %s was read no further in %d runs: %s"
                    .formatted(collection.name(), now.runs(), reason));
  }

  /** Remembers why the sync is stalled, and tells when that begins and ends. */
  void note(HeldRun run, List<String> reasons) {
    Lease lease = run.lease();
    Optional<String> now = reasons.isEmpty() ? Optional.empty() : Optional.of(joined(reasons));
    Optional<String> before =
        database.read(
            connection ->
                tasks.of(connection, lease.connectionId()).stream()
                    .filter(task -> task.type().equals(lease.type()))
                    .findFirst()
                    .flatMap(SyncTask::stalled));
    if (now.isPresent() != before.isPresent()) {
      news.tell(lease, now.isPresent() ? "connection.stalled" : "connection.moving");
    }
    if (!now.equals(before)) {
      run.write(
          run.report(),
          connection ->
              tasks.stall(connection, lease.connectionId(), lease.type(), now.orElse(null)));
    }
  }

  private static String joined(List<String> reasons) {
    String all = String.join(" ", reasons);
    return all.length() <= LONGEST_REASON ? all : all.substring(0, LONGEST_REASON - 1) + "…";
  }
}
