package dev.patchbay.host.webhook;

import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.sync.SoonerPulls;
import dev.patchbay.host.sync.SoonerPulls.Promise;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns deliveries into pulls that come sooner, for each connection in the order of their arrival.
 * A delivery is handled once a run stands in the timetable that begins after it; one that meets a
 * run on its way waits for its end. Any node may do it, and doing it twice costs a pull that finds
 * nothing: so a crash at any moment loses nothing, and no node has to hold a lease.
 */
@Singleton
class InboxRounds {
  private static final System.Logger LOG = System.getLogger(InboxRounds.class.getName());

  private final Database database;
  private final Deliveries deliveries;
  private final SoonerPulls pulls;
  private final Clock clock;

  @Inject
  InboxRounds(Database database, Deliveries deliveries, SoonerPulls pulls, Clock clock) {
    this.database = database;
    this.deliveries = deliveries;
    this.pulls = pulls;
    this.clock = clock;
  }

  /** Looks at every connection of which something waits. */
  void run() {
    List<String> page = waiting("");
    while (!page.isEmpty()) {
      page.forEach(this::handleSafely);
      page = waiting(page.get(page.size() - 1));
    }
  }

  private List<String> waiting(String after) {
    return database.read(connection -> deliveries.waiting(connection, after));
  }

  private void handleSafely(String connectionId) {
    try {
      handle(connectionId);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "What was told of " + connectionId + " is handled later", e);
    }
  }

  private void handle(String connectionId) {
    List<Delivery> waiting = database.read(db -> deliveries.of(db, connectionId));
    Map<String, Promise> asked = new HashMap<>();
    List<Delivery> handled = new ArrayList<>();
    for (Delivery delivery : waiting) {
      if (isPromised(asked, delivery)) {
        handled.add(delivery);
      }
    }
    if (handled.isEmpty()) {
      return;
    }
    database.<Void>write(
        db -> {
          deliveries.handled(db, handled, clock.instant());
          return null;
        });
  }

  private boolean isPromised(Map<String, Promise> asked, Delivery delivery) {
    long late =
        types(delivery).stream()
            .map(type -> ask(asked, delivery.connectionId(), type))
            .filter(Promise.LATER::equals)
            .count();
    return late == 0;
  }

  private Promise ask(Map<String, Promise> asked, String connectionId, String type) {
    return asked.computeIfAbsent(type, wanted -> pulls.ask(connectionId, wanted));
  }

  private List<String> types(Delivery delivery) {
    return delivery.type().isEmpty()
        ? pulls.types(delivery.connectionId())
        : List.of(delivery.type());
  }
}
