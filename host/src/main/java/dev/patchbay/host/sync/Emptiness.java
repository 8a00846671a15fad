package dev.patchbay.host.sync;

import dev.patchbay.host.record.StoredCollection;
import java.util.List;
import java.util.Optional;

/** That a service which had something shows nothing at all: more likely a fault than the truth. */
final class Emptiness {

  private Emptiness() {}

  /** Why the sync of a collection is stalled, none of whose records is shown. */
  static String of(StoredCollection collection) {
    return ("The service shows nothing of the collection %s any more, which holds %d records:"
            + " confirm the run's plan if they are really gone, or have everything read again.")
        .formatted(collection.name(), collection.records());
  }

  /**
   * Why the sync is stalled where no collection is listed any more.
   *
   * @param known those that ever were
   */
  static Optional<String> of(List<StoredCollection> known) {
    return !known.isEmpty()
        ? Optional.of(
            ("The service lists no collection any more; it listed %d before. Look whether the"
                    + " account may still see them.")
                .formatted(known.size()))
        : Optional.empty();
  }
}
