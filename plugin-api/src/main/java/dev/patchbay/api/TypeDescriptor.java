package dev.patchbay.api;

import java.util.List;
import java.util.Objects;

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
  private final boolean notifiable;

  private TypeDescriptor(
      String name, String label, List<String> writableFields, boolean movable, boolean notifiable) {
    this.name = Objects.requireNonNull(name, "name");
    this.label = Objects.requireNonNull(label, "label");
    this.writableFields = List.copyOf(writableFields);
    this.movable = movable;
    this.notifiable = notifiable;
  }

  /**
   * A type that is only read.
   *
   * @param name in kebab-case, such as {@code event}
   * @param label the plural a person knows, such as {@code Events}
   */
  public static TypeDescriptor readOnly(String name, String label) {
    return new TypeDescriptor(name, label, List.of(), false, false);
  }

  /**
   * A type that is read and written.
   *
   * @param fields the top-level properties of the standard schema that the service lets write
   */
  public static TypeDescriptor writable(String name, String label, List<String> fields) {
    return new TypeDescriptor(name, label, fields, false, false);
  }

  /**
   * The same type, of which the service moves items from one collection to another. Only then the
   * host has the target {@link dev.patchbay.api.sync.Target#move} them.
   */
  public TypeDescriptor movable() {
    return new TypeDescriptor(name, label, writableFields, true, notifiable);
  }

  /**
   * The same type, of whose changes the service can tell the people who are invited. Only then the
   * host asks the target for one that is {@link dev.patchbay.api.sync.Target#notifying}.
   */
  public TypeDescriptor notifiable() {
    return new TypeDescriptor(name, label, writableFields, movable, true);
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

  /** Whether the service can tell invitees of a change. */
  public boolean isNotifiable() {
    return notifiable;
  }
}
