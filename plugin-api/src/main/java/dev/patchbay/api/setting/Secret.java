package dev.patchbay.api.setting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A text that must not be seen: a token, a password, a key. It can be read on purpose with {@link
 * #reveal()} and in no other way: neither {@link #toString()} nor serialisation shows it.
 * Immutable.
 *
 * @since 1
 */
public final class Secret {

  private final String value;

  private Secret(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /** Takes a text into custody. */
  public static Secret of(String value) {
    return new Secret(value);
  }

  /** The text itself, for the one place that sends it; never for a log, a URL or a message. */
  public String reveal() {
    return value;
  }

  /** Compares in constant time, so that timing tells nothing about the text. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "Secret[***]";
  }
}
