package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Cursor;
import java.util.Optional;

/**
 * How far a collection was read.
 *
 * @param completedBy the run whose pass was the last to be complete
 */
record SyncState(Phase phase, Cursor cursor, Optional<String> completedBy) {

  static SyncState initial() {
    return new SyncState(Phase.FIRST_PASS, Cursor.start(), Optional.empty());
  }

  static SyncState completed(Cursor next, String runId) {
    return new SyncState(Phase.BETWEEN_PASSES, next, Optional.of(runId));
  }

  SyncState at(Phase newPhase, Cursor newCursor) {
    return new SyncState(newPhase, newCursor, completedBy);
  }

  boolean wasCompletedBy(String runId) {
    return completedBy.filter(runId::equals).isPresent();
  }
}
