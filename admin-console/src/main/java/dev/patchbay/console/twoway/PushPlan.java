package dev.patchbay.console.twoway;

import dev.patchbay.console.host.HostSession;
import java.util.List;
import java.util.Optional;

/** What would be sent to the service; the hash stands for exactly this. */
record PushPlan(
    String hash, boolean needsConfirmation, List<PlannedCollection> collections, List<Item> items) {

  /** What is planned for one collection, and why a person has to confirm it. */
  record PlannedCollection(
      String id, String name, long creates, long updates, long deletes, long records, String why) {

    long edits() {
      return creates + updates + deletes;
    }

    Optional<String> reason() {
      return Optional.ofNullable(why);
    }
  }

  /** One edit. */
  record Item(
      String recordId, String collection, EditKind kind, String title, List<FieldChange> changes) {
    Item {
      changes = changes == null ? List.of() : List.copyOf(changes);
    }

    String name() {
      return Optional.ofNullable(title).orElse(recordId);
    }
  }

  PushPlan {
    collections = List.copyOf(collections);
    items = List.copyOf(items);
  }

  static PushPlan of(HostSession host, String connection, String type) {
    return host.get(PushPlan.class, "connections/{}/push-plans/{}", connection, type);
  }

  long edits() {
    return collections.stream().mapToLong(PlannedCollection::edits).sum();
  }

  String collectionName(String id) {
    return collections.stream()
        .filter(one -> one.id().equals(id))
        .map(PlannedCollection::name)
        .findFirst()
        .orElse("");
  }
}
