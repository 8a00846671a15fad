package dev.patchbay.api;

import java.util.Objects;

/**
 * Names a connection; opaque to plugins.
 *
 * @param value never blank
 * @since 1
 */
public record ConnectionId(String value) {

  public ConnectionId {
    if (Objects.requireNonNull(value, "value").isBlank()) {
      throw new IllegalArgumentException("A connection id must not be blank");
    }
  }
}
