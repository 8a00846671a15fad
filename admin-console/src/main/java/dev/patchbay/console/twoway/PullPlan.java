package dev.patchbay.console.twoway;

import dev.patchbay.console.host.HostSession;
import java.util.List;
import java.util.Optional;

/** What would be deleted since the service no longer shows it; the hash stands for exactly this. */
record PullPlan(
    String hash, boolean needsConfirmation, List<PlannedCollection> collections, List<Item> items) {

  /** How many of a collection's records the service no longer shows. */
  record PlannedCollection(String id, String name, long absent, long records) {}

  /** One record. */
  record Item(String recordId, String collection, String title) {
    String name() {
      return Optional.ofNullable(title).orElse(recordId);
    }
  }

  PullPlan {
    collections = List.copyOf(collections);
    items = List.copyOf(items);
  }

  static PullPlan of(HostSession host, String connection, String type) {
    return host.get(PullPlan.class, "connections/{}/pull-plans/{}", connection, type);
  }

  long absent() {
    return collections.stream().mapToLong(PlannedCollection::absent).sum();
  }
}
