package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Change;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.Deletion;
import dev.patchbay.host.record.Difference;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordStore;
import dev.patchbay.host.record.RecordWrite;
import dev.patchbay.host.record.StoredCollection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The database as a pull sees it: what differs, and commits of records and cursor together. */
@Singleton
class PullStore {
  private final Database database;
  private final RecordStore records;
  private final CollectionStore collections;
  private final SyncStates states;
  private final Reconciliation reconciliation;
  private final Departures departures;
  private final Steps steps;
  private final Clock clock;

  @Inject
  PullStore(
      Database database,
      RecordStore records,
      CollectionStore collections,
      SyncStates states,
      Reconciliation reconciliation,
      Departures departures,
      Steps steps,
      Clock clock) {
    this.database = database;
    this.records = records;
    this.collections = collections;
    this.states = states;
    this.reconciliation = reconciliation;
    this.departures = departures;
    this.steps = steps;
    this.clock = clock;
  }

  SyncState state(RecordScope scope) {
    return database.read(connection -> states.of(connection, scope.collectionId()));
  }

  List<Difference> compare(RecordScope scope, List<Change> changes) {
    return changes.isEmpty()
        ? List.of()
        : database.read(connection -> records.compare(connection, scope.collectionId(), changes));
  }

  /** Commits what is in the batch and where to resume after it. */
  void commit(HeldRun run, RecordScope scope, Batch batch, SyncState state) {
    run.begin(
        run.report().plus(batch.tally(), batch.errors()),
        connection -> {
          write(connection, run, scope, batch);
          states.save(connection, scope.collectionId(), state);
        });
    steps.reached(Step.PULLED);
  }

  /** Commits the last batch of a pass and the next start. */
  void complete(HeldRun run, RecordScope scope, Batch batch, SyncState state) {
    run.begin(
        run.report().plus(batch.tally(), batch.errors()),
        connection -> {
          write(connection, run, scope, batch);
          states.save(connection, scope.collectionId(), state);
          collections.complete(connection, scope.collectionId(), clock.instant());
        });
    steps.reached(Step.PULL_COMPLETE);
  }

  /** What the records hold, and a complete pass did not show. */
  List<Deletion> absent(RecordScope scope, Batch batch, Pass pass) {
    return database.write(
        connection -> {
          List<Deletion> absent = new ArrayList<>();
          records.forEachExternalId(
              connection,
              scope.collectionId(),
              id -> {
                if (!pass.hasSeen(id) && !batch.holds(id)) {
                  absent.add(new Deletion(id, Departure.ABSENT, null));
                }
              });
          return absent;
        });
  }

  List<StoredCollection> collections(Lease lease) {
    return database.read(
        connection -> collections.of(connection, lease.tenantId(), lease.connectionId()));
  }

  /** Forgets that items were absent which a complete pass shows again. */
  void welcome(HeldRun run, RecordScope scope, Pass pass) {
    List<Departure> back =
        departures(run.lease()).stream()
            .filter(each -> each.collectionId().equals(scope.collectionId()))
            .filter(each -> pass.hasSeen(each.externalId()))
            .toList();
    if (!back.isEmpty()) {
      run.write(
          run.report(),
          connection -> {
            for (Departure each : back) {
              departures.remove(connection, each.collectionId(), each.externalId());
            }
          });
    }
  }

  Map<String, Elsewhere> elsewhere(RecordScope scope, List<String> externalIds) {
    return database.read(connection -> departures.elsewhere(connection, scope, externalIds));
  }

  List<Departure> departures(Lease lease) {
    return database.read(
        connection -> departures.of(connection, lease.connectionId(), lease.type()));
  }

  /** The records that the service never had. */
  Unsent unsent(Lease lease) {
    return database.read(
        connection -> departures.unsent(connection, lease.connectionId(), lease.type()));
  }

  /** Deletes the records of items that left a collection and came to no other. */
  void delete(HeldRun run, RecordScope scope, List<Departure> gone) {
    Batch batch = new Batch(clock);
    List<Change> changes =
        gone.stream()
            .map(each -> (Change) Change.gone(each.externalId(), each.deletion().reason()))
            .toList();
    Set<String> there =
        compare(scope, changes).stream()
            .map(difference -> difference.change().externalId())
            .collect(Collectors.toSet());
    gone.stream()
        .map(Departure::deletion)
        .filter(deletion -> there.contains(deletion.externalId()))
        .forEach(batch::delete);
    run.begin(
        run.report().plus(batch.tally(), batch.errors()),
        connection -> {
          write(connection, run, scope, batch);
          for (Departure each : gone) {
            departures.remove(connection, each.collectionId(), each.externalId());
          }
        });
    steps.reached(Step.PULLED);
  }

  private void write(Connection connection, HeldRun run, RecordScope scope, Batch batch)
      throws SQLException {
    for (Deletion departure : batch.departures()) {
      departures.note(connection, scope, run.lease().runId(), departure);
    }
    if (batch.changes() == 0) {
      return;
    }
    Instant now = clock.instant();
    long seq = records.takeChanges(connection, scope.tenantId(), batch.changes());
    move(connection, scope, batch.arrivals());
    forgetDepartures(connection, scope, batch.updates());
    Reconciled agreed = reconciliation.of(connection, scope, batch, seq);
    if (!agreed.inserts().isEmpty()) {
      records.insert(connection, scope, agreed.inserts(), seq, now);
    }
    seq += agreed.inserts().size();
    if (!agreed.updates().isEmpty()) {
      records.update(connection, scope, agreed.updates(), seq, now);
    }
    seq += agreed.updates().size();
    if (!agreed.deletions().isEmpty()) {
      records.delete(connection, scope, agreed.deletions(), seq, now);
    }
    if (agreed.growth() != 0) {
      collections.grow(connection, scope.collectionId(), agreed.growth());
    }
  }

  /** What is shown again did not leave. */
  private void forgetDepartures(Connection connection, RecordScope scope, List<RecordWrite> shown)
      throws SQLException {
    if (shown.isEmpty()) {
      return;
    }
    Set<String> ids = shown.stream().map(RecordWrite::externalId).collect(Collectors.toSet());
    for (Departure each : departures.of(connection, scope.connectionId(), scope.type())) {
      if (each.collectionId().equals(scope.collectionId()) && ids.contains(each.externalId())) {
        departures.remove(connection, each.collectionId(), each.externalId());
      }
    }
  }

  private void move(Connection connection, RecordScope scope, Map<String, String> arrivals)
      throws SQLException {
    for (Map.Entry<String, String> arrival : arrivals.entrySet()) {
      if (departures.move(connection, scope, arrival.getValue(), arrival.getKey())) {
        collections.grow(connection, arrival.getValue(), -1);
      }
      collections.grow(connection, scope.collectionId(), 1);
    }
  }
}
