package dev.patchbay.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A type of item that a plugin reads or writes, and which of its fields the service lets write.
 * Immutable.
 *
 * @since 1
 */
public final class TypeDescriptor {

  private final String name;
  private final String label;
  private final List<String> writableFields;
  private final boolean movable;
  private final String seriesPath;

  private TypeDescriptor(
      String name, String label, List<String> writableFields, boolean movable, String seriesPath) {
    this.name = Objects.requireNonNull(name, "name");
    this.label = Objects.requireNonNull(label, "label");
    this.writableFields = List.copyOf(writableFields);
    this.movable = movable;
    this.seriesPath = seriesPath;
  }

  /**
   * A type that is only read.
   *
   * @param name in kebab-case, such as {@code event}
   * @param label the plural a person knows, such as {@code Events}
   */
  public static TypeDescriptor readOnly(String name, String label) {
    return new TypeDescriptor(name, label, List.of(), false, null);
  }

  /**
   * A type that is read and written.
   *
   * @param fields the top-level properties of the standard schema that the service lets write
   */
  public static TypeDescriptor writable(String name, String label, List<String> fields) {
    return new TypeDescriptor(name, label, fields, false, null);
  }

  /**
   * The same type, of which the service moves items from one collection to another. Only then the
   * host has the target {@link dev.patchbay.api.sync.Target#move} them.
   */
  public TypeDescriptor movable() {
    return new TypeDescriptor(name, label, writableFields, true, seriesPath);
  }

  /**
   * The same type, of which the service can split a recurring item: the old one ends before an
   * occurrence, and a new one continues it. The target then creates exceptions too: an item with a
   * {@code recurrenceId} that names its series is a change of that series' occurrence, not an item
   * of its own.
   *
   * @param seriesPath the path (as in a {@link dev.patchbay.api.item.Patch}) at which an exception
   *     names the external id of its series
   */
  public TypeDescriptor splittable(String seriesPath) {
    return new TypeDescriptor(
        name, label, writableFields, movable, Objects.requireNonNull(seriesPath, "seriesPath"));
  }

  /** In kebab-case, such as {@code event}. */
  public String name() {
    return name;
  }

  /** The plural a person knows. */
  public String label() {
    return label;
  }

  /** The top-level properties that can be written; empty if the type is only read. */
  public List<String> writableFields() {
    return writableFields;
  }

  /** Whether items can be moved from one collection to another. */
  public boolean isMovable() {
    return movable;
  }

  /** Whether series can be split. */
  public boolean isSplittable() {
    return seriesPath != null;
  }

  /** Where an exception names its series; empty if series cannot be split. */
  public Optional<String> seriesPath() {
    return Optional.ofNullable(seriesPath);
  }
}
