package dev.patchbay.host.sync;

import dev.patchbay.host.edit.EditKind;
import dev.patchbay.host.edit.EditMerge;
import dev.patchbay.host.edit.Edits;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.record.Deletion;
import dev.patchbay.host.record.RecordRows;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordWrite;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes what a pull brings agree with the edits of the CRM that wait in the same collection, so
 * that neither side overwrites the other. Where no edit waits it costs one look at an index.
 */
@Singleton
class Reconciliation {
  private final Edits edits;
  private final EditMerge merge;
  private final RecordRows rows;
  private final Clock clock;

  @Inject
  Reconciliation(Edits edits, EditMerge merge, RecordRows rows, Clock clock) {
    this.edits = edits;
    this.merge = merge;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * @param firstSeq the first of the places in the feed that were taken for the batch; as each item
   *     has one, what a merge makes of it takes none besides
   */
  Reconciled of(Connection database, RecordScope scope, Batch batch, long firstSeq)
      throws SQLException {
    List<PendingEdit> waiting = edits.of(database, scope.collectionId());
    return waiting.isEmpty()
        ? Reconciled.asItIs(batch)
        : new Meeting(database, scope, waiting, firstSeq + batch.changes()).of(batch);
  }

  /** One batch meets the edits of its collection. */
  private final class Meeting {
    private final Connection database;
    private final RecordScope scope;
    private final Map<String, PendingEdit> waiting = new HashMap<>();
    private final List<RecordWrite> updates = new ArrayList<>();
    private final List<Deletion> deletions = new ArrayList<>();
    private final long lastSeq;
    private int growth;
    private int taken;

    Meeting(Connection database, RecordScope scope, List<PendingEdit> edits, long endSeq) {
      this.database = database;
      this.scope = scope;
      this.lastSeq = endSeq - 1;
      edits.forEach(edit -> waiting.put(edit.externalId(), edit));
    }

    Reconciled of(Batch batch) throws SQLException {
      growth = batch.growth();
      for (RecordWrite write : batch.updates()) {
        update(write);
      }
      for (Deletion deletion : batch.deletions()) {
        delete(deletion);
      }
      return new Reconciled(batch.inserts(), updates, deletions, growth);
    }

    private void update(RecordWrite write) throws SQLException {
      PendingEdit edit = waiting.get(write.externalId());
      if (edit == null) {
        updates.add(write);
      } else if (edit.deleted()) {
        updateDeleted(write, edit);
      } else {
        updates.add(write.with(merge.merge(database, scope, edit, write.data())));
      }
    }

    private void updateDeleted(RecordWrite write, PendingEdit edit) throws SQLException {
      if (edit.fingerprint().equals(write.fingerprint())) {
        growth--;
      } else if (merge.returns(database, scope, edit, write.data())) {
        updates.add(write);
      } else {
        growth--;
        settle(write, edit.recordId());
      }
    }

    private void delete(Deletion deletion) throws SQLException {
      PendingEdit edit = waiting.get(deletion.externalId());
      if (edit == null) {
        deletions.add(deletion);
      } else if (edit.kind() == EditKind.CREATE) {
        growth++;
      } else if (merge.outlives(database, scope, edit)) {
        growth++;
        settle(
            new RecordWrite(edit.recordId(), edit.recordId(), null, "", edit.data()),
            edit.recordId());
      } else {
        deletions.add(deletion);
      }
    }

    private void settle(RecordWrite write, String recordId) throws SQLException {
      rows.settle(database, scope, write.of(recordId), lastSeq - taken, clock.instant());
      taken++;
    }
  }
}
