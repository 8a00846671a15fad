package dev.patchbay.api.item;

import java.util.Map;

/**
 * What changed in an item and nothing else, as a PatchObject (RFC 8984 section 1.4.9): each key is
 * a path into the item without the leading slash, each value the new value, null to remove it.
 *
 * <p>A field that nobody edited is in no patch, so that a write never overwrites it. Immutable and
 * safe to share between threads.
 *
 * @since 1
 */
public final class Patch {

  private final Map<String, Object> changes;

  private Patch(Map<String, ?> changes) {
    this.changes = Json.frozen(changes);
  }

  /**
   * @param changes path to new value; copied
   * @throws IllegalArgumentException if a value is no JSON type; names the path
   */
  public static Patch of(Map<String, ?> changes) {
    return new Patch(changes);
  }

  /** Path to new value (null: remove), unmodifiable, in the order given. */
  public Map<String, Object> changes() {
    return changes;
  }

  /** Whether nothing is to be changed. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Patch patch && changes.equals(patch.changes);
  }

  @Override
  public int hashCode() {
    return changes.hashCode();
  }

  /** Names the paths only, since the values may be personal data. */
  @Override
  public String toString() {
    return "Patch" + changes.keySet();
  }
}
