package dev.patchbay.api.webhook;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.sync.CollectionId;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What the host wants to be told of, and where. Immutable.
 *
 * @since 1
 */
public final class SubscriptionOrder {

  private final String id;
  private final URI address;
  private final Secret secret;
  private final CollectionId collection;

  private SubscriptionOrder(String id, URI address, Secret secret, CollectionId collection) {
    this.id = Objects.requireNonNull(id, "id");
    this.address = Objects.requireNonNull(address, "address");
    this.secret = Objects.requireNonNull(secret, "secret");
    this.collection = collection;
  }

  /**
   * An order for the account as a whole, or for its list of collections.
   *
   * @param id the subscription's id, never used before
   * @param address where the service shall send to
   * @param secret what it shall sign with or send back
   */
  public static SubscriptionOrder of(String id, URI address, Secret secret) {
    return new SubscriptionOrder(id, address, secret, null);
  }

  /** The same for one collection. */
  public SubscriptionOrder in(CollectionId wanted) {
    return new SubscriptionOrder(id, address, secret, wanted);
  }

  /** The id that the host gave the subscription: up to 40 letters, digits and underscores. */
  public String id() {
    return id;
  }

  /** Where the service shall send to; unguessable, and different for every subscription. */
  public URI address() {
    return address;
  }

  /** What the service shall sign with or send back: 43 letters, digits, {@code -} and {@code _}. */
  public Secret secret() {
    return secret;
  }

  /** The collection; empty for the account as a whole, or its list of collections. */
  public Optional<CollectionId> collection() {
    return Optional.ofNullable(collection);
  }
}
