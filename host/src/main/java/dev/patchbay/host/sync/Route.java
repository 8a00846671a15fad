package dev.patchbay.host.sync;

import dev.patchbay.api.item.ItemId;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Target;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.StoredCollection;
import java.util.List;

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
