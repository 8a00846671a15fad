package dev.patchbay.api.sync;

import java.util.Objects;

/**
 * A place in a collection's history, opaque to the host: a page token, a sync token, a link to
 * follow. The host keeps it and gives it back unchanged, also after a restart or on another node.
 *
 * @since 1
 */
public final class Cursor {

  private static final Cursor START = new Cursor("");

  private final String value;

  private Cursor(String value) {
    this.value = value;
  }

  /** Before everything: reading from here lists all there is. */
  public static Cursor start() {
    return START;
  }

  /**
   * @param value at most 8,000 characters; blank is refused
   */
  public static Cursor of(String value) {
    if (Objects.requireNonNull(value, "value").isBlank() || value.length() > 8_000) {
      throw new IllegalArgumentException(
          "A cursor has 1 to 8,000 characters, not " + value.length());
    }
    return new Cursor(value);
  }

  /** Whether this is {@link #start()}. */
  public boolean isStart() {
    return value.isEmpty();
  }

  /** What the plugin put in; empty text for {@link #start()}. */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cursor cursor && value.equals(cursor.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return isStart() ? "Cursor[start]" : "Cursor[" + value + "]";
  }
}
