package dev.patchbay.api.webhook;

import dev.patchbay.api.sync.CollectionId;
import java.util.Objects;
import java.util.Optional;

/**
 * One hint of a webhook: something of an account changed. It only makes the next pull come sooner;
 * what changed is read, never taken from the hint. So a forged, lost, repeated or late hint can
 * change no record, and none of what a service sends has to be kept.
 *
 * @param id the service's id of the delivery, by which a repeated one is recognised for a day;
 *     never blank. The same event delivered again must have the same id
 * @param account the key by which the service names the account, as {@link
 *     dev.patchbay.api.Account#id()} of the connections behind the integration; empty text if the
 *     address was made for one connection ({@link WebhookScope#subscription()})
 * @param type the type that changed; empty if it may be any that the account has
 * @param collection the collection that changed; empty if it may be any
 * @since 1
 */
public record Notification(
    String id, String account, Optional<String> type, Optional<CollectionId> collection) {

  public Notification {
    if (Objects.requireNonNull(id, "id").isBlank()) {
      throw new IllegalArgumentException("A notification needs the id of its delivery");
    }
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(collection, "collection");
  }

  /** Something of an account changed. */
  public Notification(String id, String account) {
    this(id, account, Optional.empty(), Optional.empty());
  }

  /** Something changed of the connection that the address was made for. */
  public static Notification of(String id) {
    return new Notification(id, "");
  }

  /**
   * The same, of one type.
   *
   * @param changed a type that the descriptor declares
   */
  public Notification about(String changed) {
    return new Notification(id, account, Optional.of(changed), collection);
  }

  /** The same, of one collection. */
  public Notification in(CollectionId changed) {
    return new Notification(id, account, type, Optional.of(changed));
  }
}
