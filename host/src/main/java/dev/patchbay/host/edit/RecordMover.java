package dev.patchbay.host.edit;

import dev.patchbay.host.edit.Edits.Intent;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.record.RecordRows;
import dev.patchbay.host.record.RecordScope;
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
  private final Edits edits;
  private final Relocation relocation;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public RecordMover(
      RecordEditor editor,
      RecordRows rows,
      Edits edits,
      Relocation relocation,
      Ids ids,
      Clock clock) {
    this.editor = editor;
    this.rows = rows;
    this.edits = edits;
    this.relocation = relocation;
    this.ids = ids;
    this.clock = clock;
  }

  /** Moves a record; where it is, or is on its way, it needs not be moved again. */
  StoredRecord move(
      Connection database, EditScope where, String id, Precondition match, String to, long seq)
      throws SQLException {
    StoredRecord stored = editor.writable(database, where, id, match);
    requireOpen(database, where, to);
    RecordScope from = where.in(stored.collection());
    Optional<PendingEdit> pending = edits.find(database, from.connectionId(), from.type(), id);
    if (to.equals(pending.map(PendingEdit::place).orElse(stored.collection()))) {
      return stored;
    }
    rows.change(database, from, id, stored.data(), seq, clock.instant());
    if (pending.isEmpty()) {
      Intent intent =
          new Intent(EditKind.UPDATE, Optional.of(stored.data()), ids.next("key"), where.notice());
      edits.insert(database, from, id, intent, clock.instant());
      edits.destine(database, from, id, to);
    } else {
      moveEdited(database, from, pending.get(), to, where.notice());
    }
    return editor.find(database, where, id);
  }

  private void requireOpen(Connection database, EditScope where, String to) throws SQLException {
    RecordEditor.requireWritable(
        editor.of(database, where).stream()
            .filter(collection -> collection.id().equals(to))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        "collection",
                        ("must be the id of a collection of the connection that holds the type"
                                + " %s; %s is none")
                            .formatted(where.type(), to))));
  }

  private void moveEdited(
      Connection database, RecordScope from, PendingEdit edit, String to, Notice notice)
      throws SQLException {
    requireWhole(edit);
    if (edit.kind() == EditKind.CREATE) {
      requireUnsent(edit);
      editor.rework(database, from, edit, EditKind.CREATE, notice);
      relocation.take(database, from, to, edit.recordId());
      return;
    }
    editor.rework(database, from, edit, EditKind.UPDATE, notice);
    boolean stays = to.equals(from.collectionId()) && edit.state() != EditState.SENDING;
    edits.destine(database, from, edit.recordId(), stays ? null : to);
    removeUndone(database, from, edit.recordId());
  }

  private void removeUndone(Connection database, RecordScope scope, String id) throws SQLException {
    PendingEdit now = edits.find(database, scope.connectionId(), scope.type(), id).orElseThrow();
    if (RecordEditor.isUndone(now, now.data())) {
      edits.remove(database, scope, id);
    }
  }

  private static void requireWhole(PendingEdit edit) {
    if (edit.split().isPresent()) {
      throw ProblemException.conflict(
          "The record %s is part of a series that is being split: move it once the service has that."
              .formatted(edit.recordId()));
    }
  }

  private static void requireUnsent(PendingEdit edit) {
    if (edit.state() == EditState.SENDING || edit.state() == EditState.OUTCOME_UNKNOWN) {
      throw ProblemException.conflict(
          "Nobody knows yet whether the service has the record %s: move it once that is known."
              .formatted(edit.recordId()));
    }
  }
}
