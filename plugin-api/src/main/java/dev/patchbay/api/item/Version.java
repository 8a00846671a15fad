package dev.patchbay.api.item;

import java.util.Objects;

/**
 * The service's own mark of an item's state, such as an ETag; compared for equality only.
 *
 * @param value the mark as the service gave it; never null
 * @since 1
 */
public record Version(String value) {

  public Version {
    Objects.requireNonNull(value, "value");
  }
}
