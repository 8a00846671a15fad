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
  private final Clock clock;

  @Inject
  PullStore(
      Database database,
      RecordStore records,
      CollectionStore collections,
      SyncStates states,
      Clock clock) {
    this.database = database;
    this.records = records;
    this.collections = collections;
    this.states = states;
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
    if (!batch.inserts().isEmpty()) {
      records.insert(connection, scope, batch.inserts(), seq, now);
    }
    seq += batch.inserts().size();
    if (!batch.updates().isEmpty()) {
      records.update(connection, scope, batch.updates(), seq, now);
    }
    seq += batch.updates().size();
    if (!batch.deletions().isEmpty()) {
      records.delete(connection, scope, batch.deletions(), seq, now);
    }
    if (batch.growth() != 0) {
      collections.grow(connection, scope.collectionId(), batch.growth());
    }
  }
}
