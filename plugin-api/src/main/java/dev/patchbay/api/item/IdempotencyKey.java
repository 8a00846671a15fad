package dev.patchbay.api.item;

import java.util.Objects;

/**
 * Names one intended effect. The host gives the same key again when it repeats a call, also after a
 * restart, so that a service which honours such keys has the effect once.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 - _}
 * @since 1
 */
public record IdempotencyKey(String value) {

  public IdempotencyKey {
    if (!Objects.requireNonNull(value, "value").matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException(
          "An idempotency key has 1 to 64 characters of A-Z a-z 0-9 - _, not \"" + value + "\"");
    }
  }
}
