package dev.patchbay.api.item;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
  private final Item base;

  private Patch(Map<String, Object> changes, Item base) {
    this.changes = changes;
    this.base = base;
  }

  /**
   * @param changes path to new value; copied
   * @throws IllegalArgumentException if a value is no JSON type; names the path
   */
  public static Patch of(Map<String, ?> changes) {
    return new Patch(Json.frozen(changes), null);
  }

  /**
   * What makes the one object the other: down to the member that differs within objects, and whole
   * where anything else (a list, a text) differs.
   */
  public static Patch between(Map<String, ?> before, Map<String, ?> after) {
    return of(PatchObject.between(before, after));
  }

  /** The same changes, with the item that they are changes of. */
  public Patch basedOn(Item item) {
    return new Patch(changes, Objects.requireNonNull(item, "item"));
  }

  /**
   * The item before the changes, as the service held it in the version that the patch expects; for
   * a service that takes more than the changed fields, so that it need not be asked for them. Empty
   * if who made the patch did not know it.
   */
  public Optional<Item> base() {
    return Optional.ofNullable(base);
  }

  /**
   * The object with these changes.
   *
   * @param object JSON in JDK types; not changed
   * @throws IllegalArgumentException if a path leads through something that is no object, or that
   *     is not there; names the path
   */
  public Map<String, Object> applyTo(Map<String, ?> object) {
    return PatchObject.applied(changes, object);
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
