package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;

/**
 * One way through a collection's pages. It knows from where a crash may resume it, and whether what
 * it did not show is gone.
 *
 * <p>A pass over records that were there before, and that lists everything, must see all of it in
 * one go before absence means anything: so it keeps its page cursors to itself and starts again
 * when it is interrupted. The first pass of a collection has nothing to miss and resumes anywhere.
 */
final class Pass {
  private static final int SHOWN = 80;

  private final SyncState before;
  private final Cursor start;
  private final boolean whole;
  private final SeenIds seen = new SeenIds();
  private final SeenIds cursors = new SeenIds();
  private boolean snapshot = true;

  private Pass(SyncState before, Cursor start, boolean whole) {
    this.before = before;
    this.start = start;
    this.whole = whole;
    cursors.add(start.value());
  }

  /** Goes on where the last run was, be that within a pass or between two. */
  static Pass resuming(SyncState state) {
    return new Pass(state, state.cursor(), state.phase() == Phase.BETWEEN_PASSES);
  }

  /** Reads everything again, over the records that are there. */
  static Pass again(SyncState state) {
    return new Pass(state, Cursor.start(), true);
  }

  Cursor start() {
    return start;
  }

  void enter(Page<Change> page) {
    snapshot &= page.snapshot();
    if (!page.last()) {
      requireNew(page.next().orElseThrow().value());
    }
    if (judgesAbsence()) {
      page.items().stream()
          .filter(Change.Upsert.class::isInstance)
          .forEach(change -> seen.add(change.externalId()));
    }
  }

  private void requireNew(String cursor) {
    if (!cursors.add(cursor)) {
      String shown = cursor.length() <= SHOWN ? cursor : cursor.substring(0, SHOWN) + "…";
      throw new PullFailure(
          "The service's pages run in a circle: the page cursor "
              + shown
              + " came twice in one pass");
    }
  }

  /** Whether an item that the complete pass did not show is gone. */
  boolean judgesAbsence() {
    return whole && snapshot;
  }

  boolean hasSeen(String externalId) {
    return seen.contains(externalId);
  }

  /** What to keep once everything before the cursor is written. */
  SyncState resumableAt(Cursor cursor) {
    if (judgesAbsence()) {
      return before;
    }
    boolean first = before.phase() == Phase.FIRST_PASS && !whole;
    return before.at(first ? Phase.FIRST_PASS : Phase.MID_PASS, cursor);
  }
}
