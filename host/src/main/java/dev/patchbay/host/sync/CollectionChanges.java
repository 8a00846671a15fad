package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Collection;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.StoredCollection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a new list of collections changes in the one that is stored. */
final class CollectionChanges {
  private final List<StoredCollection> readable = new ArrayList<>();
  private final List<StoredCollection> added = new ArrayList<>();
  private final List<StoredCollection> changed = new ArrayList<>();
  private final List<StoredCollection> lost = new ArrayList<>();

  private CollectionChanges() {}

  /**
   * @param known by external id
   * @param listed by external id
   * @param made makes the row of one that is new
   */
  static CollectionChanges between(
      Map<String, StoredCollection> known,
      Map<String, Collection> listed,
      Function<Collection, StoredCollection> made) {
    CollectionChanges changes = new CollectionChanges();
    listed.forEach(
        (id, collection) -> {
          if (known.containsKey(id)) {
            changes.see(known.get(id), collection);
          } else {
            changes.add(made.apply(collection));
          }
        });
    known.values().stream()
        .filter(collection -> !collection.lost() && !listed.containsKey(collection.externalId()))
        .forEach(changes.lost::add);
    return changes;
  }

  private void see(StoredCollection stored, Collection collection) {
    StoredCollection now = StoredCollection.listed(stored.id(), stored.type(), collection);
    readable.add(now);
    if (stored.differsFrom(collection)) {
      changed.add(now);
    }
  }

  private void add(StoredCollection collection) {
    readable.add(collection);
    added.add(collection);
  }

  boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && lost.isEmpty();
  }

  List<StoredCollection> readable() {
    return readable;
  }

  /** What a person should know of it. */
  List<RunError> notes() {
    return lost.stream()
        .map(
            collection ->
                RunError.note(
                    "The service no longer lists the collection "
                        + collection.name()
                        + ": perhaps it was deleted, or is no longer shared with this account."
                        + " Its records stay as they are."))
        .toList();
  }

  void write(Connection database, CollectionStore store, Lease lease) throws SQLException {
    for (StoredCollection collection : added) {
      store.insert(database, lease.tenantId(), lease.connectionId(), collection);
    }
    for (StoredCollection collection : changed) {
      store.update(database, collection);
    }
    for (StoredCollection collection : lost) {
      store.lose(database, collection.id());
    }
  }
}
