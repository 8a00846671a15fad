package dev.patchbay.host.record;

import dev.patchbay.api.sync.Collection;
import dev.patchbay.api.sync.CollectionId;
import java.time.Instant;
import java.util.Optional;

/**
 * A collection of a connection as it was last listed.
 *
 * @param color null if the service shows none
 * @param timeZone null if it has none
 * @param lost whether the service no longer lists it; its records stay
 * @param records how many records it holds, tombstones not counted
 * @param lastSyncedAt when a pass over it was last complete, or null if that never was
 */
public record StoredCollection(
    String id,
    String type,
    String externalId,
    String name,
    boolean primary,
    boolean writable,
    String color,
    String timeZone,
    boolean lost,
    long records,
    Instant lastSyncedAt) {
  private static final int LONGEST_NAME = 1_000;

  public StoredCollection {
    name = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  /** What the service lists now, under the id that the host gave it. */
  public static StoredCollection listed(String id, String type, Collection collection) {
    return new StoredCollection(
        id,
        type,
        collection.id().value(),
        collection.name(),
        collection.primary(),
        collection.writable(),
        collection.color().orElse(null),
        collection.timeZone().orElse(null),
        false,
        0,
        null);
  }

  /** Its id at the service. */
  public CollectionId collectionId() {
    return new CollectionId(externalId);
  }

  /** Whether the service says something else of it than this does. */
  public boolean differsFrom(Collection listed) {
    return lost
        || primary != listed.primary()
        || writable != listed.writable()
        || !name.equals(listed(id, type, listed).name())
        || !Optional.ofNullable(color).equals(listed.color())
        || !Optional.ofNullable(timeZone).equals(listed.timeZone());
  }
}
