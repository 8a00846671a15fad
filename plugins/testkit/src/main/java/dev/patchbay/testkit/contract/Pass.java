package dev.patchbay.testkit.contract;

import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Cursor;
import java.util.List;
import java.util.Optional;

/**
 * What a pass brought.
 *
 * @param next where the next one starts
 */
record Pass(List<Change> changes, Cursor next, boolean snapshot, int pages) {

  List<Change.Upsert> upserts() {
    return changes.stream()
        .filter(Change.Upsert.class::isInstance)
        .map(Change.Upsert.class::cast)
        .toList();
  }

  List<String> present() {
    return upserts().stream().map(Change::externalId).toList();
  }

  /** The last that is told of an item. */
  Optional<Change.Upsert> upsert(String externalId) {
    return upserts().stream()
        .filter(change -> change.externalId().equals(externalId))
        .reduce((earlier, later) -> later);
  }

  boolean hasLost(String externalId) {
    return snapshot
        ? !present().contains(externalId)
        : changes.stream()
            .anyMatch(
                change -> change instanceof Change.Gone && change.externalId().equals(externalId));
  }
}
