package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Written;
import dev.patchbay.host.edit.EditKind;
import dev.patchbay.host.edit.EditMerge;
import dev.patchbay.host.edit.EditState;
import dev.patchbay.host.edit.Edits;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.edit.SplitNames;
import dev.patchbay.host.edit.Splits;
import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.RecordRows;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordStore;
import dev.patchbay.host.record.RecordWrite;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes down how each edit fares on its way to the service: before it is sent, so that a crash
 * leaves a trace of it, and what the service answered. All of it goes through the run's lease.
 */
@Singleton
class EditJournal {
  private final Database database;
  private final Edits edits;
  private final SentEdits sentEdits;
  private final Splits splits;
  private final SplitNames names;
  private final EditMerge merge;
  private final RecordStore store;
  private final RecordRows rows;
  private final CollectionStore collections;
  private final Twins twins;
  private final Clock clock;

  @Inject
  EditJournal(
      Database database,
      Edits edits,
      SentEdits sentEdits,
      Splits splits,
      SplitNames names,
      EditMerge merge,
      RecordStore store,
      RecordRows rows,
      CollectionStore collections,
      Twins twins,
      Clock clock) {
    this.database = database;
    this.edits = edits;
    this.sentEdits = sentEdits;
    this.splits = splits;
    this.names = names;
    this.merge = merge;
    this.store = store;
    this.rows = rows;
    this.collections = collections;
    this.twins = twins;
    this.clock = clock;
  }

  /** The edits of which a run before this one never saw the answer. */
  List<PendingEdit> unanswered(Lease lease) {
    return database.read(
        connection -> edits.in(connection, lease.connectionId(), lease.type(), EditState.SENDING));
  }

  /**
   * Marks the edit as being sent, and reads it as it is by then; empty if it was withdrawn, or
   * moved to another collection, from which it is sent then, or waits for its turn.
   */
  Optional<PendingEdit> begin(HeldRun run, RecordScope scope, String recordId) {
    Held<PendingEdit> marked = new Held<>();
    run.begin(
        run.report(),
        connection -> {
          Optional<PendingEdit> edit =
              edits
                  .find(connection, scope.connectionId(), scope.type(), recordId)
                  .filter(found -> found.collectionId().equals(scope.collectionId()));
          if (edit.isPresent() && splits.isTurnOf(connection, scope, edit.get())) {
            edits.send(connection, scope, edit.get());
            marked.value = edit;
          }
        });
    return marked.value;
  }

  /** The service has the edit: what it holds is the base of whatever comes next. */
  void settle(HeldRun run, RecordScope scope, PendingEdit sent, Written written) {
    run.write(
        run.report().plus(sent.kind() == EditKind.CREATE ? Sent.CREATED : Sent.UPDATED),
        connection -> {
          long seq = store.takeChanges(connection, scope.tenantId(), 1);
          PendingEdit now = sentEdits.present(connection, scope, sent);
          String held = JsonObjects.write(written.item().json());
          String data =
              now.isOvertaken()
                  ? sentEdits.overtaken(connection, scope, now, held)
                  : settled(connection, scope, sent, held);
          if (sent.kind() == EditKind.CREATE) {
            twins.absorb(connection, scope, sent.recordId(), written.id().externalId());
            names.tell(connection, scope, sent, written.id().externalId(), written.item().json());
          }
          rows.settle(
              connection, scope, SentEdits.write(sent.recordId(), written, data), seq, now());
        });
  }

  private String settled(Connection connection, RecordScope scope, PendingEdit sent, String held)
      throws SQLException {
    edits.remove(connection, scope, sent.recordId());
    return held;
  }

  /** The service has deleted the item. */
  void settleDeletion(HeldRun run, RecordScope scope, PendingEdit sent) {
    run.write(
        run.report().plus(Sent.DELETED),
        connection -> edits.remove(connection, scope, sent.recordId()));
  }

  /** The service holds something else than the edit was made of: it is merged with that. */
  void mergeWith(HeldRun run, RecordScope scope, PendingEdit sent, Optional<Written> fresh) {
    run.write(
        run.report(),
        connection -> {
          long seq = store.takeChanges(connection, scope.tenantId(), 1);
          PendingEdit now = sentEdits.withdrawn(connection, scope, sent);
          if (fresh.isPresent()) {
            mergeWith(connection, scope, now, fresh.get(), seq);
          } else {
            mergeWithNothing(connection, scope, now, seq);
          }
        });
  }

  private void mergeWith(
      Connection connection, RecordScope scope, PendingEdit now, Written fresh, long seq)
      throws SQLException {
    String held = JsonObjects.write(fresh.item().json());
    String data = held;
    if (!now.deleted()) {
      data = merge.merge(connection, scope, now, held);
    } else if (merge.returns(connection, scope, now, held)) {
      rows.revive(connection, scope, now.recordId());
      collections.grow(connection, scope.collectionId(), 1);
    }
    rows.settle(connection, scope, SentEdits.write(now.recordId(), fresh, data), seq, now());
  }

  private void mergeWithNothing(Connection connection, RecordScope scope, PendingEdit now, long seq)
      throws SQLException {
    String id = now.recordId();
    if (now.deleted()) {
      edits.remove(connection, scope, id);
    } else if (merge.outlives(connection, scope, now)) {
      rows.settle(connection, scope, new RecordWrite(id, id, null, "", now.data()), seq, now());
    } else {
      rows.bury(connection, scope, id, "deleted", seq, now());
      collections.grow(connection, scope.collectionId(), -1);
    }
  }

  private Instant now() {
    return clock.instant();
  }

  private static final class Held<T> {
    private Optional<T> value = Optional.empty();
  }
}
