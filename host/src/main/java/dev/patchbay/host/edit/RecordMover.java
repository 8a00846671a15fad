package dev.patchbay.host.edit;

import dev.patchbay.host.edit.Edits.Intent;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.RecordRows;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.StoredCollection;
import dev.patchbay.host.record.StoredRecord;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes records to other collections as the CRM says. A record whose item the service has stays
 * where that is until the service has moved it, so that a pull never sees it in two places.
 */
@Singleton
public class RecordMover {
  private final RecordEditor editor;
  private final RecordRows rows;
  private final CollectionStore collections;
  private final Edits edits;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public RecordMover(
      RecordEditor editor,
      RecordRows rows,
      CollectionStore collections,
      Edits edits,
      Ids ids,
      Clock clock) {
    this.editor = editor;
    this.rows = rows;
    this.collections = collections;
    this.edits = edits;
    this.ids = ids;
    this.clock = clock;
  }

  StoredRecord move(
      Connection database, EditScope where, String id, Precondition match, String to, long seq)
      throws SQLException {
    StoredRecord stored = editor.writable(database, where, id, match);
    StoredCollection target = editor.collection(database, where, to);
    RecordEditor.requireWritable(target);
    RecordScope from = where.in(stored.collection());
    Optional<PendingEdit> pending = edits.find(database, from.connectionId(), from.type(), id);
    if (pending.filter(edit -> edit.kind() == EditKind.CREATE).isPresent()) {
      moveUnsent(database, from, where.in(to), pending.get());
    } else {
      edits.destine(database, from, id, remembered(database, from, stored, pending, to));
    }
    rows.change(database, from, id, stored.data(), seq, clock.instant());
    return editor.find(database, where, id);
  }

  /** What the service never had is nowhere else. */
  private void moveUnsent(Connection database, RecordScope from, RecordScope to, PendingEdit edit)
      throws SQLException {
    if (edit.state() == EditState.SENDING || edit.state() == EditState.OUTCOME_UNKNOWN) {
      throw ProblemException.conflict(
          "Nobody knows yet whether the service has the record %s: move it once that is known."
              .formatted(edit.recordId()));
    }
    rows.move(database, to, edit.recordId());
    edits.move(database, to, edit.recordId());
    collections.grow(database, from.collectionId(), -1);
    collections.grow(database, to.collectionId(), 1);
  }

  /** Returns where the item has to go; null if it is there. */
  private String remembered(
      Connection database,
      RecordScope from,
      StoredRecord stored,
      Optional<PendingEdit> pending,
      String to)
      throws SQLException {
    if (pending.isEmpty()) {
      Intent intent = new Intent(EditKind.UPDATE, Optional.of(stored.data()), ids.next("key"));
      edits.insert(database, from, stored.id(), intent, clock.instant());
    } else {
      Intent intent = new Intent(EditKind.UPDATE, pending.get().base(), ids.next("key"));
      EditState state =
          pending.get().state() == EditState.SENDING ? EditState.SENDING : EditState.WAITING;
      edits.rework(database, from, stored.id(), intent, state, clock.instant());
    }
    return to.equals(from.collectionId()) ? null : to;
  }
}
