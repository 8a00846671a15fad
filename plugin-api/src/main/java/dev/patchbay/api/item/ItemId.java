package dev.patchbay.api.item;

import java.util.Objects;

/**
 * Where an item is at the service: the external id of its collection and its own.
 *
 * @param collection the collection's external id, such as a calendar's; never blank
 * @param externalId the item's id at the service; never blank
 * @since 1
 */
public record ItemId(String collection, String externalId) {

  public ItemId {
    if (Objects.requireNonNull(collection, "collection").isBlank()) {
      throw new IllegalArgumentException("The collection of an item id must not be blank");
    }
    if (Objects.requireNonNull(externalId, "externalId").isBlank()) {
      throw new IllegalArgumentException("The external id of an item must not be blank");
    }
  }
}
