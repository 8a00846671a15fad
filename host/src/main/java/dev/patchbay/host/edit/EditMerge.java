package dev.patchbay.host.edit;

import dev.patchbay.host.edit.Edits.Intent;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.merge.Decision;
import dev.patchbay.host.merge.Merged;
import dev.patchbay.host.merge.Rivalry;
import dev.patchbay.host.merge.ThreeWayMerge;
import dev.patchbay.host.merge.Winner;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.recurrence.Series;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * Brings an edit that waits together with what the service holds by now. What the service holds
 * becomes the new base; what it lacks of the edit goes on waiting, and if it lacks nothing the edit
 * is done. Every decision between two edits is noted.
 */
@Singleton
public class EditMerge {
  private static final String KEY = "key";
  private static final String WHOLE = "";

  private final Edits edits;
  private final Relocation relocation;
  private final Conflicts conflicts;
  private final Policies policies;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public EditMerge(
      Edits edits,
      Relocation relocation,
      Conflicts conflicts,
      Policies policies,
      Ids ids,
      Clock clock) {
    this.edits = edits;
    this.relocation = relocation;
    this.conflicts = conflicts;
    this.policies = policies;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Merges the edit of a record with another state at the service.
   *
   * @param fresh what the service holds, as JSON
   * @return the record's data from now on
   */
  public String merge(Connection database, RecordScope scope, PendingEdit edit, String fresh)
      throws SQLException {
    Map<String, Object> service = JsonObjects.read(fresh);
    Rivalry rivalry = rivalry(database, scope, edit, service);
    Merged merged = ThreeWayMerge.of(base(edit, service), edit.dataObject(), service, rivalry);
    return keep(database, scope, edit, rivalry, fresh, ended(edit, merged));
  }

  /**
   * Brings a new record of the CRM together with an item that the service had before, and that is
   * the same.
   *
   * @param held what the service holds, as JSON
   * @return the record's data from now on
   */
  public String join(Connection database, RecordScope scope, PendingEdit edit, String held)
      throws SQLException {
    Map<String, Object> service = JsonObjects.read(held);
    Rivalry rivalry = rivalry(database, scope, edit, service);
    Merged merged = ThreeWayMerge.first(edit.dataObject(), service, rivalry);
    return keep(database, scope, edit, rivalry, held, merged);
  }

  /** What {@link #join} would make of the record, with nothing written. */
  public Map<String, Object> joined(
      Connection database, RecordScope scope, PendingEdit edit, Map<String, Object> service)
      throws SQLException {
    Rivalry rivalry = rivalry(database, scope, edit, service);
    return ThreeWayMerge.first(edit.dataObject(), service, rivalry).data();
  }

  private String keep(
      Connection database,
      RecordScope scope,
      PendingEdit edit,
      Rivalry rivalry,
      String fresh,
      Merged merged)
      throws SQLException {
    for (Decision decision : merged.decisions()) {
      note(database, scope, edit, rivalry, decision);
    }
    if (merged.data().equals(JsonObjects.read(fresh)) && edit.destination().isEmpty()) {
      edits.remove(database, scope, edit.recordId());
    } else {
      edits.rebase(
          database,
          scope,
          edit.recordId(),
          new Intent(EditKind.UPDATE, Optional.of(fresh), ids.next(KEY), rest(edit, fresh)));
    }
    return JsonObjects.write(merged.data());
  }

  /** Who was told of what arrived is not told again of the rest. */
  private static Notice rest(PendingEdit edit, String fresh) {
    return edit.hasArrived(JsonObjects.read(fresh))
        ? edit.notice().arrived()
        : edit.notice().missed();
  }

  /** Whether the occurrence is another series' by now, so that it cannot come back here. */
  private static boolean isRemainder(PendingEdit edit) {
    return edit.split().filter(part -> part.turn() == SplitPart.Turn.REMAINDER).isPresent();
  }

  /** However the series is by then, another one continues it, so it ends before that. */
  private static Merged ended(PendingEdit edit, Merged merged) {
    return edit.split()
        .filter(part -> part.turn() == SplitPart.Turn.END && Series.isSeries(merged.data()))
        .map(part -> new Merged(part.endOf(merged.data()), merged.decisions()))
        .orElse(merged);
  }

  /** What the CRM sent and finds at the service is no edit of the service. */
  private static Map<String, Object> base(PendingEdit edit, Map<String, Object> service) {
    return edit.sent()
        .map(sent -> ThreeWayMerge.arrived(edit.baseObject(), JsonObjects.read(sent), service))
        .orElseGet(edit::baseObject);
  }

  /**
   * Decides between an edit and a deletion at the service. An edit that wins makes the item anew,
   * and where the CRM wanted it.
   *
   * @return whether the record lives on
   */
  public boolean outlives(Connection database, RecordScope scope, PendingEdit edit)
      throws SQLException {
    Rivalry rivalry = rivalry(database, scope, edit, Map.of());
    boolean lives = !rivalry.deletionUndoesEditOf(Winner.CRM);
    note(
        database,
        scope,
        edit,
        rivalry,
        new Decision(
            WHOLE,
            Optional.of(edit.dataObject()),
            Optional.empty(),
            lives ? Winner.CRM : Winner.SERVICE));
    if (lives) {
      Intent intent =
          new Intent(EditKind.CREATE, Optional.empty(), ids.next(KEY), edit.notice().missed());
      edits.rebase(database, scope, edit.recordId(), intent);
      if (edit.destination().isPresent()) {
        relocation.take(database, scope, edit.destination().get(), edit.recordId());
      }
    } else {
      edits.remove(database, scope, edit.recordId());
    }
    return lives;
  }

  /**
   * Decides between a deletion by the CRM and an edit at the service.
   *
   * @param fresh what the service holds, as JSON
   * @return whether the record comes back
   */
  public boolean returns(Connection database, RecordScope scope, PendingEdit edit, String fresh)
      throws SQLException {
    Map<String, Object> service = JsonObjects.read(fresh);
    Rivalry rivalry = rivalry(database, scope, edit, service);
    boolean back = !rivalry.deletionUndoesEditOf(Winner.SERVICE) && !isRemainder(edit);
    note(
        database,
        scope,
        edit,
        rivalry,
        new Decision(
            WHOLE, Optional.empty(), Optional.of(service), back ? Winner.SERVICE : Winner.CRM));
    if (back) {
      edits.remove(database, scope, edit.recordId());
    } else {
      Intent intent =
          new Intent(EditKind.DELETE, Optional.of(fresh), ids.next(KEY), edit.notice().missed());
      edits.rebase(database, scope, edit.recordId(), intent);
    }
    return back;
  }

  private Rivalry rivalry(
      Connection database, RecordScope scope, PendingEdit edit, Map<String, Object> service)
      throws SQLException {
    return new Rivalry(
        policies.of(database, scope.connectionId(), scope.type()),
        edit.editedAt(),
        changedAt(service));
  }

  /** When the service says that it was changed; a service that says nothing changed it just now. */
  private Instant changedAt(Map<String, Object> service) {
    try {
      return service.get("updated") instanceof String text ? Instant.parse(text) : clock.instant();
    } catch (DateTimeParseException e) {
      return clock.instant();
    }
  }

  private void note(
      Connection database, RecordScope scope, PendingEdit edit, Rivalry rivalry, Decision decision)
      throws SQLException {
    conflicts.note(database, scope, edit.recordId(), rivalry.policy(), decision, clock.instant());
  }
}
