package dev.patchbay.host.edit;

import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.RecordRows;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/**
 * Takes an edit back that the service will not have: the record is again what both sides agreed on
 * last, and one that the service never had goes. Should it have the edit after all, the next pull
 * brings that.
 */
@Singleton
public class EditUndo {
  private static final String REASON = "given up";

  private final RecordStore store;
  private final RecordRows rows;
  private final CollectionStore collections;
  private final Edits edits;
  private final Clock clock;

  @Inject
  public EditUndo(
      RecordStore store, RecordRows rows, CollectionStore collections, Edits edits, Clock clock) {
    this.store = store;
    this.rows = rows;
    this.collections = collections;
    this.edits = edits;
    this.clock = clock;
  }

  /** The caller took a place in the feed beforehand, so nobody else changes the edit meanwhile. */
  void undo(Connection database, RecordScope scope, PendingEdit edit, long seq)
      throws SQLException {
    edits.remove(database, scope, edit.recordId());
    if (edit.base().isPresent()) {
      restore(database, scope, edit, seq);
    } else if (!edit.deleted()) {
      rows.bury(database, scope, edit.recordId(), REASON, seq, clock.instant());
      collections.grow(database, scope.collectionId(), -1);
    }
  }

  private void restore(Connection database, RecordScope scope, PendingEdit edit, long seq)
      throws SQLException {
    Instant now = clock.instant();
    rows.change(database, scope, edit.recordId(), edit.base().orElseThrow(), seq, now);
    if (edit.deleted()) {
      rows.revive(database, scope, edit.recordId());
      collections.grow(database, scope.collectionId(), 1);
    }
  }

  /** The place in the feed that the undone record takes. */
  long place(Connection database, String tenantId) throws SQLException {
    return store.takeChanges(database, tenantId, 1);
  }
}
