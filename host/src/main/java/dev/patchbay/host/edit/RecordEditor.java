package dev.patchbay.host.edit;

import dev.patchbay.api.item.Patch;
import dev.patchbay.host.edit.Edits.Intent;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.RecordRows;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.Records;
import dev.patchbay.host.record.StoredCollection;
import dev.patchbay.host.record.StoredRecord;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes records as the CRM says. What the service is to learn of it is written down in the same
 * transaction, with what the service held before as the base of a later merge. The caller took the
 * places in the feed beforehand, so nobody else writes records of the tenant meanwhile.
 */
@Singleton
public class RecordEditor {
  private static final String KEY = "key";

  private final Records records;
  private final RecordRows rows;
  private final CollectionStore collections;
  private final Edits edits;
  private final SplitUndo splits;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public RecordEditor(
      Records records,
      RecordRows rows,
      CollectionStore collections,
      Edits edits,
      SplitUndo splits,
      Ids ids,
      Clock clock) {
    this.records = records;
    this.rows = rows;
    this.collections = collections;
    this.edits = edits;
    this.splits = splits;
    this.ids = ids;
    this.clock = clock;
  }

  /** Changes a record; an edit that leaves it as it is leaves no trace. */
  StoredRecord patch(
      Connection database, EditScope where, String id, Precondition match, Patch patch, long seq)
      throws SQLException {
    where.require(patch.changes().keySet(), "");
    StoredRecord stored = writable(database, where, id, match);
    Map<String, Object> before = JsonObjects.read(stored.data());
    String after = ItemSchemas.text(where.type(), patched(before, where.standard(patch, before)));
    if (JsonObjects.read(after).equals(before)) {
      return stored;
    }
    RecordScope scope = where.in(stored.collection());
    rows.change(database, scope, id, after, seq, clock.instant());
    remember(database, scope, stored, after, where.notice());
    return find(database, where, id);
  }

  private static Map<String, Object> patched(Map<String, Object> data, Patch patch) {
    try {
      return patch.applyTo(data);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("patch", e.getMessage());
    }
  }

  /** Has the service learn of a record's change. */
  void remember(
      Connection database, RecordScope scope, StoredRecord stored, String after, Notice notice)
      throws SQLException {
    Optional<PendingEdit> pending =
        edits.find(database, scope.connectionId(), scope.type(), stored.id());
    if (pending.isEmpty()) {
      Intent intent =
          new Intent(EditKind.UPDATE, Optional.of(stored.data()), ids.next(KEY), notice);
      edits.insert(database, scope, stored.id(), intent, clock.instant());
    } else if (isUndone(pending.get(), after)) {
      edits.remove(database, scope, stored.id());
    } else {
      rework(database, scope, pending.get(), pending.get().kind(), notice);
    }
  }

  /** Whether the record is again what the service has, and nothing is on its way there. */
  static boolean isUndone(PendingEdit pending, String after) {
    return pending.kind() == EditKind.UPDATE
        && pending.destination().isEmpty()
        && pending.state() != EditState.SENDING
        && JsonObjects.read(after).equals(pending.baseObject());
  }

  void rework(
      Connection database, RecordScope scope, PendingEdit pending, EditKind kind, Notice notice)
      throws SQLException {
    String key = kind == EditKind.CREATE ? pending.key().value() : ids.next(KEY);
    EditState state =
        pending.state() == EditState.QUARANTINED ? EditState.WAITING : pending.state();
    Intent intent = new Intent(kind, pending.base(), key, pending.notice().and(notice));
    edits.rework(database, scope, pending.recordId(), intent, state, clock.instant());
  }

  /** Deletes a record here at once, and at the service with the next push. */
  StoredRecord delete(Connection database, EditScope where, String id, Precondition match, long seq)
      throws SQLException {
    StoredRecord stored = writable(database, where, id, match);
    RecordScope scope = where.in(stored.collection());
    Optional<PendingEdit> pending = edits.find(database, scope.connectionId(), scope.type(), id);
    requireNoException(pending);
    rows.bury(database, scope, id, "deleted by the CRM", seq, clock.instant());
    collections.grow(database, scope.collectionId(), -1);
    if (pending.isEmpty()) {
      Intent intent =
          new Intent(EditKind.DELETE, Optional.of(stored.data()), ids.next(KEY), where.notice());
      edits.insert(database, scope, id, intent, clock.instant());
    } else if (isUnknownThere(pending.get())) {
      edits.remove(database, scope, id);
      splits.without(database, scope, pending.get());
    } else {
      EditKind kind = pending.get().kind() == EditKind.CREATE ? EditKind.CREATE : EditKind.DELETE;
      rework(database, scope, pending.get(), kind, where.notice());
    }
    return find(database, where, id);
  }

  /** To delete one cancels an occurrence, which the service does not have yet. */
  private static void requireNoException(Optional<PendingEdit> pending) {
    pending
        .flatMap(PendingEdit::split)
        .filter(part -> part.turn() == SplitPart.Turn.EXCEPTION)
        .ifPresent(
            part -> {
              throw ProblemException.conflict(
                  ("The record is an occurrence of the new series %s: delete it once the service has"
                          + " that.")
                      .formatted(part.id()));
            });
  }

  /** Whether the service surely never heard of the item. */
  private static boolean isUnknownThere(PendingEdit pending) {
    return pending.kind() == EditKind.CREATE
        && (pending.state() == EditState.WAITING || pending.state() == EditState.QUARANTINED);
  }

  StoredRecord writable(Connection database, EditScope where, String id, Precondition match)
      throws SQLException {
    StoredRecord stored = find(database, where, id);
    match.require(where.told(stored));
    if (stored.isTombstone()) {
      throw ProblemException.conflict("The record " + id + " is deleted: make a new one instead.");
    }
    requireWritable(collection(database, where, stored.collection()));
    return stored;
  }

  StoredRecord find(Connection database, EditScope where, String id) throws SQLException {
    return records
        .find(database, where.tenantId(), where.connectionId(), where.type(), id)
        .orElseThrow(() -> ProblemException.notFound("record", id));
  }

  StoredCollection collection(Connection database, EditScope where, String id) throws SQLException {
    return of(database, where).stream()
        .filter(collection -> collection.id().equals(id))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("collection", id));
  }

  List<StoredCollection> of(Connection database, EditScope where) throws SQLException {
    return collections.of(database, where.tenantId(), where.connectionId()).stream()
        .filter(collection -> collection.type().equals(where.type()))
        .toList();
  }

  static void requireWritable(StoredCollection collection) {
    if (!collection.writable() || collection.lost()) {
      throw ProblemException.conflict(
          "The collection %s (%s) cannot be written to with this account."
              .formatted(collection.id(), collection.name()));
    }
  }
}
