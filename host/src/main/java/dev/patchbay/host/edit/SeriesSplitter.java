package dev.patchbay.host.edit;

import dev.patchbay.api.item.Patch;
import dev.patchbay.host.edit.Edits.Intent;
import dev.patchbay.host.edit.SeriesExceptions.Deviation;
import dev.patchbay.host.edit.SplitPart.Turn;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.RecordRows;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordStore;
import dev.patchbay.host.record.StoredRecord;
import dev.patchbay.host.recurrence.NotSplittable;
import dev.patchbay.host.recurrence.Series;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes two series of one as the CRM says: the old one ends before an occurrence, and a new one
 * continues it. What was changed or cancelled by itself from there on becomes the new one's.
 */
@Singleton
public class SeriesSplitter {
  private static final String KEY = "key";
  private static final String REASON = "continued in another series";

  private final RecordEditor editor;
  private final RecordMaker maker;
  private final RecordStore store;
  private final RecordRows rows;
  private final CollectionStore collections;
  private final Edits edits;
  private final Splits splits;
  private final SeriesExceptions exceptions;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public SeriesSplitter(
      RecordEditor editor,
      RecordMaker maker,
      RecordStore store,
      RecordRows rows,
      CollectionStore collections,
      Edits edits,
      Splits splits,
      SeriesExceptions exceptions,
      Ids ids,
      Clock clock) {
    this.editor = editor;
    this.maker = maker;
    this.store = store;
    this.rows = rows;
    this.collections = collections;
    this.edits = edits;
    this.splits = splits;
    this.exceptions = exceptions;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Splits a series, and gives the new half.
   *
   * @param seq the first of two places in the feed
   */
  StoredRecord split(
      Connection database,
      EditScope where,
      String id,
      Precondition match,
      Continuation wish,
      long seq)
      throws SQLException {
    where.require(wish.changes().keySet(), "changes/");
    StoredRecord stored = editor.writable(database, where, id, match);
    requireFree(edits.find(database, where.connectionId(), where.type(), id));
    Map<String, Object> old = JsonObjects.read(stored.data());
    LocalDateTime from = from(id, old, wish.from());
    List<Deviation> changed = exceptions.of(database, where, stored, from);
    requireTakesPlace(from, changed);
    Split split = new Split(database, where, stored, old, from);
    return split.with(patch(wish), changed, seq);
  }

  private static Patch patch(Continuation wish) {
    try {
      return Patch.of(wish.changes());
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("changes", e.getMessage());
    }
  }

  private static void requireFree(Optional<PendingEdit> pending) {
    pending
        .filter(
            edit ->
                edit.kind() != EditKind.UPDATE
                    || edit.state() == EditState.SENDING
                    || edit.destination().isPresent()
                    || edit.split().isPresent()
                    || recursOtherwise(edit))
        .ifPresent(
            edit -> {
              throw ProblemException.conflict(
                  ("The series %s has an edit on its way that a split depends on (%s): try again"
                          + " once the service has that.")
                      .formatted(edit.recordId(), edit.state().name()));
            });
  }

  private static boolean recursOtherwise(PendingEdit edit) {
    return List.of(Series.START, Series.RULES, Series.OVERRIDES).stream()
        .anyMatch(
            property ->
                !Objects.equals(edit.baseObject().get(property), edit.dataObject().get(property)));
  }

  private static LocalDateTime from(String id, Map<String, Object> old, String text) {
    if (old.containsKey("recurrenceId")) {
      throw ProblemException.conflict(
          "The record %s is one occurrence of a series: split the series itself.".formatted(id));
    }
    if (!Series.isSeries(old)) {
      throw ProblemException.conflict(
          "The record %s is no series: change it by PATCH.".formatted(id));
    }
    try {
      LocalDateTime from = Series.time(text);
      Series series = Series.of(old);
      if (!series.has(from)) {
        throw ProblemException.invalid(
            "from",
            "%s is no occurrence of the series %s: name one by its start in the series' time zone"
                .formatted(text, id));
      }
      if (!series.hasBefore(from)) {
        throw ProblemException.invalid(
            "from",
            "%s is the first occurrence of the series %s: change the series itself by PATCH"
                .formatted(text, id));
      }
      return from;
    } catch (NotSplittable e) {
      throw ProblemException.invalid(
          "from",
          "The series %s cannot be split there: %s. End it by PATCH and make another one."
              .formatted(id, e.getMessage()));
    }
  }

  private static void requireTakesPlace(LocalDateTime from, List<Deviation> changed) {
    if (changed.stream().anyMatch(one -> one.at().equals(from) && one.isCancelled())) {
      throw ProblemException.invalid(
          "from", "The occurrence of %s is cancelled: name a later one".formatted(from));
    }
  }

  /** One split. */
  private final class Split {
    private final Connection database;
    private final EditScope where;
    private final RecordScope scope;
    private final StoredRecord stored;
    private final Map<String, Object> old;
    private final LocalDateTime from;
    private final String id = ids.next("rec");

    Split(
        Connection database,
        EditScope where,
        StoredRecord stored,
        Map<String, Object> old,
        LocalDateTime from) {
      this.database = database;
      this.where = where;
      this.scope = where.in(stored.collection());
      this.stored = stored;
      this.old = old;
      this.from = from;
    }

    StoredRecord with(Patch patch, List<Deviation> changed, long seq) throws SQLException {
      NewHalf half = NewHalf.of(where, id, old, from, patch, changed);
      maker.make(database, scope, id, half.text(), where.notice(), seq);
      join(id, Turn.CONTINUATION);
      for (Deviation exception : changed) {
        carry(half, exception);
      }
      String ended = ItemSchemas.text(where.type(), Series.of(old).endingBefore(from));
      rows.change(database, scope, stored.id(), ended, seq + 1, clock.instant());
      editor.remember(database, scope, stored, ended, where.notice());
      join(stored.id(), Turn.END);
      return editor.find(database, where, id);
    }

    private void carry(NewHalf half, Deviation exception) throws SQLException {
      long seq = store.takeChanges(database, where.tenantId(), 2);
      if (!exception.isCancelled()) {
        String exceptionId = ids.next("rec");
        maker.make(
            database,
            scope,
            exceptionId,
            half.exception(exceptionId, exception),
            where.notice(),
            seq + 1);
        join(exceptionId, Turn.EXCEPTION);
      }
      rows.bury(database, scope, exception.recordId(), REASON, seq, clock.instant());
      collections.grow(database, scope.collectionId(), -1);
      Intent intent =
          new Intent(EditKind.DELETE, Optional.of(exception.text()), ids.next(KEY), where.notice());
      edits.insert(database, scope, exception.recordId(), intent, clock.instant());
      join(exception.recordId(), Turn.REMAINDER);
    }

    private void join(String recordId, Turn turn) throws SQLException {
      splits.join(database, scope, recordId, new SplitPart(id, turn, Series.text(from)));
    }
  }
}
