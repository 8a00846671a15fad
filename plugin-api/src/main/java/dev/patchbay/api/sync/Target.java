package dev.patchbay.api.sync;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.item.ItemId;
import dev.patchbay.api.item.Patch;
import dev.patchbay.api.item.Version;
import java.util.Optional;

/**
 * Writes items of one type to the service. Called by several threads; holds no state between calls.
 *
 * <p>A write is sent once: the host alone decides whether it may be repeated. A write tells nobody
 * of it: where a service mails invitees by itself, it is asked not to, unless the target is {@link
 * #notifying}.
 *
 * @since 1
 */
public interface Target {

  /** The name of the type that is written, such as {@code event}. */
  String type();

  /**
   * Creates an item.
   *
   * @param key passed on where the service honours one, else kept in a marker that can be found
   *     again
   * @throws dev.patchbay.api.error.IntegrationException in the category that fits
   */
  Written create(CollectionId collection, Item item, IdempotencyKey key);

  /**
   * Changes the fields of the patch and no other.
   *
   * @param expected the version that the edit was based on
   * @throws dev.patchbay.api.error.VersionConflict if the item is no longer in that version
   * @throws dev.patchbay.api.error.IntegrationException in the category that fits
   */
  Written update(ItemId id, Patch patch, Version expected);

  /**
   * Deletes an item; one that is already gone counts as deleted.
   *
   * @param expected the version that the decision was based on
   * @throws dev.patchbay.api.error.VersionConflict if the item is no longer in that version
   * @throws dev.patchbay.api.error.IntegrationException in the category that fits
   */
  void delete(ItemId id, Version expected);

  /**
   * Moves an item to another collection, where the service can; its type is then declared {@link
   * dev.patchbay.api.TypeDescriptor#movable}.
   *
   * @throws dev.patchbay.api.error.VersionConflict if the item is no longer where it was
   * @throws Rejected if the service cannot move items of this type
   * @throws dev.patchbay.api.error.IntegrationException in the category that fits
   */
  default Written move(ItemId id, CollectionId to) {
    throw new Rejected("Items of type " + type() + " cannot be moved between collections");
  }

  /**
   * The same target, whose creates, updates, deletions and moves have the service tell the people
   * who are invited; the type is then declared {@link dev.patchbay.api.TypeDescriptor#notifiable}.
   * A repeated write tells them only if the one before it did not arrive: what finds nothing left
   * to do sends nothing.
   *
   * @throws Rejected if the service tells nobody of items of this type
   */
  default Target notifying() {
    throw new Rejected("Nobody can be told of items of type " + type());
  }

  /**
   * Reads one item, so that an edit can be merged with what the service holds now.
   *
   * @return the item, or empty if it is gone
   * @throws Rejected if the service cannot tell of a single item; the host then waits for the next
   *     pass of the {@link Source}
   * @throws dev.patchbay.api.error.IntegrationException in the category that fits
   */
  default Optional<Written> read(ItemId id) {
    throw new Rejected("Items of type " + type() + " cannot be read one by one");
  }

  /**
   * Looks for what an earlier {@link #create} with this key made, of which the host never saw the
   * answer.
   *
   * @return the item, or empty if nothing was made: only then is the create sent again
   * @throws Rejected if that cannot be told; the outcome then stays unknown until a person decides
   * @throws dev.patchbay.api.error.IntegrationException in the category that fits
   */
  default Optional<Written> find(CollectionId collection, IdempotencyKey key) {
    throw new Rejected("What became of a create of type " + type() + " cannot be looked up");
  }
}
