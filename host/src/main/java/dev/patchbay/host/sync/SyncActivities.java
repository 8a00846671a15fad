package dev.patchbay.host.sync;

import dev.patchbay.host.connection.Activities;
import dev.patchbay.host.connection.Activity;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.StoredCollection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells the connections' domain what has been synced over each of them. */
@Singleton
class SyncActivities implements Activities {
  private static final String BEFORE_NONE = "run_~";

  private final Database database;
  private final SyncRuns runs;
  private final SyncTasks tasks;
  private final CollectionStore collections;

  @Inject
  SyncActivities(Database database, SyncRuns runs, SyncTasks tasks, CollectionStore collections) {
    this.database = database;
    this.runs = runs;
    this.tasks = tasks;
    this.collections = collections;
  }

  @Override
  public Map<String, Activity> of(String tenantId, Collection<String> connectionIds) {
    return database.read(
        connection -> {
          Map<String, Activity> activities = new HashMap<>();
          for (String id : connectionIds) {
            activities.put(id, activity(connection, tenantId, id));
          }
          return activities;
        });
  }

  private Activity activity(Connection connection, String tenantId, String id) throws SQLException {
    Optional<SyncRun> newest =
        runs.list(connection, tenantId, id, RunFilter.NONE, BEFORE_NONE, 1).stream().findFirst();
    Map<String, Long> records =
        collections.of(connection, tenantId, id).stream()
            .collect(
                Collectors.groupingBy(
                    StoredCollection::type,
                    TreeMap::new,
                    Collectors.summingLong(StoredCollection::records)));
    List<SyncTask> kept = tasks.of(connection, id);
    return new Activity(
        kept.stream().map(SyncTask::type).toList(),
        newest.map(run -> new Activity.LastRun(run.id(), run.state().name(), run.finishedAt())),
        records,
        stalled(kept));
  }

  private static Optional<String> stalled(List<SyncTask> kept) {
    String reasons =
        kept.stream().flatMap(task -> task.stalled().stream()).collect(Collectors.joining(" "));
    return Optional.of(reasons).filter(text -> !text.isEmpty());
  }
}
