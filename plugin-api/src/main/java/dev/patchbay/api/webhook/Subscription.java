package dev.patchbay.api.webhook;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A subscription at a service. Immutable.
 *
 * @since 1
 */
public final class Subscription {

  private final String id;
  private final String externalId;
  private final Instant endsAt;

  private Subscription(String id, String externalId, Instant endsAt) {
    this.id = Objects.requireNonNull(id, "id");
    this.externalId = Objects.requireNonNull(externalId, "externalId");
    this.endsAt = endsAt;
  }

  /**
   * A subscription without an end.
   *
   * @param id the {@link SubscriptionOrder#id()}
   * @param externalId what the service calls it; empty text if it goes by the host's id alone
   */
  public static Subscription of(String id, String externalId) {
    return new Subscription(id, externalId, null);
  }

  /** The same with an end. */
  public Subscription until(Instant end) {
    return new Subscription(id, externalId, Objects.requireNonNull(end, "end"));
  }

  /** The id that the host gave it. */
  public String id() {
    return id;
  }

  /** What the service calls it, or empty text. */
  public String externalId() {
    return externalId;
  }

  /** When the service stops of itself. */
  public Optional<Instant> endsAt() {
    return Optional.ofNullable(endsAt);
  }
}
