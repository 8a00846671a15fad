package dev.patchbay.api.sync;

import java.util.Objects;
import java.util.Optional;

/**
 * A container of items with a cursor and permissions of its own: a calendar, a contact folder, an
 * audience, a mailbox. Immutable.
 *
 * @since 1
 */
public final class Collection {

  private final CollectionId id;
  private final String name;
  private final boolean primary;
  private final boolean writable;
  private final String color;
  private final String timeZone;

  private Collection(Builder builder) {
    id = builder.id;
    name = builder.name;
    primary = builder.primary;
    writable = builder.writable;
    color = builder.color;
    timeZone = builder.timeZone;
  }

  /**
   * @param id the id at the service
   * @param name how the user knows it
   */
  public static Builder builder(CollectionId id, String name) {
    return new Builder(id, name);
  }

  /** The id at the service. */
  public CollectionId id() {
    return id;
  }

  /** How the user knows it. */
  public String name() {
    return name;
  }

  /** Whether it is the one that the service uses unless told otherwise. */
  public boolean primary() {
    return primary;
  }

  /** Whether this account may write to it. */
  public boolean writable() {
    return writable;
  }

  /** The colour in which the service shows it, as {@code #rrggbb}. */
  public Optional<String> color() {
    return Optional.ofNullable(color);
  }

  /** The IANA name of its time zone. */
  public Optional<String> timeZone() {
    return Optional.ofNullable(timeZone);
  }

  @Override
  public String toString() {
    return "Collection[" + id.value() + "]";
  }

  /** Collects what is known of a collection; not safe for use by several threads. */
  public static final class Builder {

    private final CollectionId id;
    private final String name;
    private boolean primary;
    private boolean writable;
    private String color;
    private String timeZone;

    private Builder(CollectionId id, String name) {
      this.id = Objects.requireNonNull(id, "id");
      this.name = Objects.requireNonNull(name, "name");
    }

    /** Whether it is the one that the service uses unless told otherwise; false by default. */
    public Builder primary(boolean primary) {
      this.primary = primary;
      return this;
    }

    /** Whether this account may write to it; false by default. */
    public Builder writable(boolean writable) {
      this.writable = writable;
      return this;
    }

    /** The colour in which the service shows it, as {@code #rrggbb}; null if it has none. */
    public Builder color(String color) {
      this.color = color;
      return this;
    }

    /** The IANA name of its time zone; null if it has none. */
    public Builder timeZone(String timeZone) {
      this.timeZone = timeZone;
      return this;
    }

    /** The collection. */
    public Collection build() {
      return new Collection(this);
    }
  }
}
