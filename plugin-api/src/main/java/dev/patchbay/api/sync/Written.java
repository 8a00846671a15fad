package dev.patchbay.api.sync;

import dev.patchbay.api.item.Item;
import dev.patchbay.api.item.ItemId;
import dev.patchbay.api.item.Version;
import java.util.Objects;

/**
 * What the service holds after a write, its own normalisation included; becomes the base of later
 * merges, so that the echo of the write is recognised. Immutable.
 *
 * @since 1
 */
public final class Written {

  private final ItemId id;
  private final Version version;
  private final String fingerprint;
  private final Item item;

  private Written(ItemId id, Version version, String fingerprint, Item item) {
    this.id = Objects.requireNonNull(id, "id");
    this.version = Objects.requireNonNull(version, "version");
    this.fingerprint = Objects.requireNonNull(fingerprint, "fingerprint");
    this.item = Objects.requireNonNull(item, "item");
  }

  /**
   * @param id where the item now is
   * @param version the version that the write made
   * @param fingerprint the one that the next read will give for this state
   * @param item the item as the service now holds it
   */
  public static Written of(ItemId id, Version version, String fingerprint, Item item) {
    return new Written(id, version, fingerprint, item);
  }

  /** Where the item now is. */
  public ItemId id() {
    return id;
  }

  /** The version that the write made. */
  public Version version() {
    return version;
  }

  /** The fingerprint that the next read will give for this state. */
  public String fingerprint() {
    return fingerprint;
  }

  /** The item as the service now holds it. */
  public Item item() {
    return item;
  }
}
