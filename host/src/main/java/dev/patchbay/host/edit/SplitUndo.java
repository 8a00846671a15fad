package dev.patchbay.host.edit;

import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.record.RecordRows;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordStore;
import dev.patchbay.host.recurrence.Series;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Takes the split of a series back whose new half the service will not have: the old series goes on
 * as before. What else the CRM edited of it goes on waiting.
 */
@Singleton
public class SplitUndo {
  private final RecordStore store;
  private final RecordRows rows;
  private final Edits edits;
  private final Splits splits;
  private final EditUndo undo;
  private final Clock clock;

  @Inject
  public SplitUndo(
      RecordStore store, RecordRows rows, Edits edits, Splits splits, EditUndo undo, Clock clock) {
    this.store = store;
    this.rows = rows;
    this.edits = edits;
    this.splits = splits;
    this.undo = undo;
    this.clock = clock;
  }

  /**
   * To be called once an edit is gone without having been sent: all of the split goes with the new
   * half, and what the old series had left is its own again if that does not end.
   */
  public void without(Connection database, RecordScope scope, PendingEdit gone)
      throws SQLException {
    if (gone.split().filter(part -> isNeeded(gone, part)).isEmpty()) {
      return;
    }
    String split = gone.split().get().id();
    for (PendingEdit edit : edits.ofSplit(database, scope.connectionId(), scope.type(), split)) {
      RecordScope place =
          new RecordScope(
              scope.tenantId(), scope.connectionId(), scope.type(), edit.collectionId());
      long seq = store.takeChanges(database, scope.tenantId(), 1);
      if (edit.split().orElseThrow().turn() != SplitPart.Turn.END) {
        undo.undo(database, place, edit, seq);
      } else if (edit.kind() == EditKind.UPDATE) {
        makeWhole(database, place, edit, seq);
      } else {
        splits.leave(database, place, edit.recordId());
      }
    }
  }

  private static boolean isNeeded(PendingEdit edit, SplitPart part) {
    return part.turn() == SplitPart.Turn.END
        || (part.turn() == SplitPart.Turn.CONTINUATION && edit.kind() == EditKind.CREATE);
  }

  private void makeWhole(Connection database, RecordScope scope, PendingEdit edit, long seq)
      throws SQLException {
    Map<String, Object> whole = edit.dataObject();
    Map<String, Object> base = edit.baseObject();
    for (String property : List.of(Series.RULES, Series.OVERRIDES)) {
      whole.remove(property);
      if (base.containsKey(property)) {
        whole.put(property, base.get(property));
      }
    }
    String data = JsonObjects.write(whole);
    rows.change(database, scope, edit.recordId(), data, seq, clock.instant());
    if (RecordEditor.isUndone(edit, data)) {
      edits.remove(database, scope, edit.recordId());
    } else {
      splits.leave(database, scope, edit.recordId());
    }
  }
}
