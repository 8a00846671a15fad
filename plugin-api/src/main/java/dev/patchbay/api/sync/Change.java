package dev.patchbay.api.sync;

import dev.patchbay.api.item.Item;
import dev.patchbay.api.item.Version;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What happened to one item at the service: it is there in this state, or it is gone. Immutable.
 *
 * @since 1
 */
public abstract sealed class Change {

  private final String externalId;

  private Change(String externalId) {
    if (Objects.requireNonNull(externalId, "externalId").isBlank()) {
      throw new IllegalArgumentException("The external id of a change must not be blank");
    }
    this.externalId = externalId;
  }

  /** The item's id at the service. */
  public final String externalId() {
    return externalId;
  }

  /**
   * The item exists in this state.
   *
   * @param externalId the item's id at the service
   * @param version the service's mark of this state, or null if it has none
   * @param fingerprint changes whenever anything of the item changes: an ETag, or a hash of the
   *     service's bytes; at most 200 characters
   * @param item makes the item in its standard schema; asked only if the fingerprint is not the one
   *     already stored, at most once, on any thread
   */
  public static Upsert upsert(
      String externalId, Version version, String fingerprint, Supplier<? extends Item> item) {
    return new Upsert(externalId, version, fingerprint, item);
  }

  /**
   * The item no longer exists at the service.
   *
   * @param externalId the id it had
   * @param reason the service's word for it, such as {@code deleted} or {@code cancelled}
   */
  public static Gone gone(String externalId, String reason) {
    return new Gone(externalId, reason, null);
  }

  /**
   * The item was merged into another one at the service.
   *
   * @param externalId the id it had
   * @param survivor the external id of the item that now holds both
   */
  public static Gone merged(String externalId, String survivor) {
    return new Gone(externalId, "merged", Objects.requireNonNull(survivor, "survivor"));
  }

  /** An item that exists in this state. */
  public static final class Upsert extends Change {

    private final Version version;
    private final String fingerprint;
    private final Supplier<? extends Item> item;

    private Upsert(
        String externalId, Version version, String fingerprint, Supplier<? extends Item> item) {
      super(externalId);
      this.version = version;
      this.fingerprint = Objects.requireNonNull(fingerprint, "fingerprint");
      if (fingerprint.length() > 200) {
        throw new IllegalArgumentException(
            "A fingerprint has at most 200 characters, not " + fingerprint.length());
      }
      this.item = Objects.requireNonNull(item, "item");
    }

    /** The service's mark of this state; empty if it has none. */
    public Optional<Version> version() {
      return Optional.ofNullable(version);
    }

    /** Changes whenever anything of the item changes. */
    public String fingerprint() {
      return fingerprint;
    }

    /**
     * The item in its standard schema; mapped at this call, so call it only when it is needed.
     *
     * @throws dev.patchbay.api.error.Rejected if this one item cannot be understood
     */
    public Item item() {
      return item.get();
    }
  }

  /** An item that no longer exists. */
  public static final class Gone extends Change {

    private final String reason;
    private final String mergedInto;

    private Gone(String externalId, String reason, String mergedInto) {
      super(externalId);
      this.reason = Objects.requireNonNull(reason, "reason");
      this.mergedInto = mergedInto;
    }

    /** The service's word for it. */
    public String reason() {
      return reason;
    }

    /** The external id of the item that now holds this one too, if it was merged. */
    public Optional<String> mergedInto() {
      return Optional.ofNullable(mergedInto);
    }
  }
}
