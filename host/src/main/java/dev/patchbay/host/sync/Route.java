package dev.patchbay.host.sync;

import dev.patchbay.api.item.ItemId;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Target;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.StoredCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of an edit to the service.
 *
 * @param others the collections that an item could have been moved to
 */
record Route(
    HeldRun run, Target target, StoredCollection collection, List<StoredCollection> others) {

  RecordScope scope() {
    return scope(collection);
  }

  RecordScope scope(StoredCollection other) {
    Lease lease = run.lease();
    return new RecordScope(lease.tenantId(), lease.connectionId(), lease.type(), other.id());
  }

  /** The same way to another collection. */
  Route to(StoredCollection other) {
    List<StoredCollection> rest = new ArrayList<>(others);
    rest.remove(other);
    rest.add(collection);
    return new Route(run, target, other, rest);
  }

  Optional<StoredCollection> other(String id) {
    return others.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  CollectionId collectionId() {
    return collection.collectionId();
  }

  ItemId id(PendingEdit edit) {
    return id(collection, edit);
  }

  static ItemId id(StoredCollection collection, PendingEdit edit) {
    return new ItemId(collection.externalId(), edit.externalId());
  }
}
