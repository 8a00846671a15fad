package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Change;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.Deletion;
import dev.patchbay.host.record.Difference;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The database as a pull sees it: what differs, and commits of records and cursor together. */
@Singleton
class PullStore {
  private final Database database;
  private final RecordStore records;
  private final CollectionStore collections;
  private final SyncStates states;
  private final Reconciliation reconciliation;
  private final Steps steps;
  private final Clock clock;

  @Inject
  PullStore(
      Database database,
      RecordStore records,
      CollectionStore collections,
      SyncStates states,
      Reconciliation reconciliation,
      Steps steps,
      Clock clock) {
    this.database = database;
    this.records = records;
    this.collections = collections;
    this.states = states;
    this.reconciliation = reconciliation;
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
    run.write(
        run.report().plus(batch.tally(), batch.errors()),
        connection -> {
          write(connection, scope, batch);
          states.save(connection, scope.collectionId(), state);
        });
    steps.reached(Step.PULLED);
  }

  /** Commits the last batch of a pass, the deletion of what it missed, and the next start. */
  void complete(HeldRun run, RecordScope scope, Batch batch, Pass pass, SyncState state) {
    if (pass.judgesAbsence()) {
      absent(scope, batch, pass).forEach(batch::delete);
    }
    run.write(
        run.report().plus(batch.tally(), batch.errors()),
        connection -> {
          write(connection, scope, batch);
          states.save(connection, scope.collectionId(), state);
          collections.complete(connection, scope.collectionId(), clock.instant());
        });
    steps.reached(Step.PULL_COMPLETE);
  }

  private List<Deletion> absent(RecordScope scope, Batch batch, Pass pass) {
    return database.write(
        connection -> {
          List<Deletion> absent = new ArrayList<>();
          records.forEachExternalId(
              connection,
              scope.collectionId(),
              id -> {
                if (!pass.hasSeen(id) && !batch.holds(id)) {
                  absent.add(new Deletion(id, "absent", null));
                }
              });
          return absent;
        });
  }

  private void write(Connection connection, RecordScope scope, Batch batch) throws SQLException {
    if (batch.changes() == 0) {
      return;
    }
    Instant now = clock.instant();
    long seq = records.takeChanges(connection, scope.tenantId(), batch.changes());
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
}
