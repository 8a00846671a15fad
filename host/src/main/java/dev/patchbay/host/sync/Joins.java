package dev.patchbay.host.sync;

import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.match.Joining;
import dev.patchbay.host.match.MatchCandidate;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;

/** Joins new records with items that the service has, in a run's hands. */
@Singleton
class Joins {
  private final Joining joining;

  @Inject
  Joins(Joining joining) {
    this.joining = joining;
  }

  /**
   * @return whether what the service lacks of it may be sent now: not if the item is in another
   *     collection, which has brakes of its own, or if something changed since the plan was made
   */
  boolean join(Route route, PendingEdit edit, MatchCandidate item) {
    AtomicBoolean done = new AtomicBoolean();
    route
        .run()
        .write(
            route.run().report(),
            connection -> done.set(joining.join(connection, route.scope(), edit, item.recordId())));
    return done.get() && item.collection().equals(edit.collectionId());
  }
}
