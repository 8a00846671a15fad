package dev.patchbay.api.sync;

import java.util.Objects;

/**
 * A collection's id at the service, such as a calendar's.
 *
 * @param value the id as the service gave it; never blank
 * @since 1
 */
public record CollectionId(String value) {

  public CollectionId {
    if (Objects.requireNonNull(value, "value").isBlank()) {
      throw new IllegalArgumentException("A collection id must not be blank");
    }
  }
}
