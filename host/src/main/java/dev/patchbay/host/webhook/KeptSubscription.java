package dev.patchbay.host.webhook;

import dev.patchbay.api.webhook.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A subscription as its row tells it.
 *
 * @param collection the collection's id at the service; empty text for the account as a whole, or
 *     its list of collections
 * @param externalId what the service calls it; empty text if it is not known
 * @param problem why the service refused; null if it did not
 * @param endsAt when the service stops of itself; null if it does not
 * @param retryAt when to ask again; null unless the service refused
 */
record KeptSubscription(
    String id,
    String tenantId,
    String connectionId,
    String type,
    String collection,
    SubscriptionState state,
    String externalId,
    String problem,
    Instant createdAt,
    Instant endsAt,
    Instant retryAt) {
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(1);

  static KeptSubscription ordered(
      String id, String tenantId, String connectionId, Wanted wanted, Instant now) {
    return new KeptSubscription(
        id,
        tenantId,
        connectionId,
        wanted.type(),
        wanted.collection(),
        SubscriptionState.ORDERED,
        "",
        null,
        now,
        null,
        null);
  }

  KeptSubscription active(Subscription answer) {
    return new KeptSubscription(
        id,
        tenantId,
        connectionId,
        type,
        collection,
        SubscriptionState.ACTIVE,
        answer.externalId(),
        null,
        createdAt,
        answer.endsAt().orElse(null),
        null);
  }

  KeptSubscription refused(String why, Instant until) {
    return new KeptSubscription(
        id,
        tenantId,
        connectionId,
        type,
        collection,
        SubscriptionState.REFUSED,
        "",
        why.length() <= 500 ? why : why.substring(0, 500),
        createdAt,
        null,
        until);
  }

  /** Whether nothing is to be done about it at this time. */
  boolean isGoodAt(Instant now) {
    return state != SubscriptionState.ORDERED && dueAt().map(now::isBefore).orElse(true);
  }

  /** When a new one is to take its place: a quarter of its life before its end, a day at most. */
  Optional<Instant> dueAt() {
    if (state == SubscriptionState.REFUSED) {
      return Optional.ofNullable(retryAt);
    }
    return Optional.ofNullable(endsAt).map(end -> end.minus(overlap(end)));
  }

  private Duration overlap(Instant end) {
    Duration quarter = Duration.between(createdAt, end).dividedBy(4);
    return quarter.compareTo(LONGEST_OVERLAP) > 0 ? LONGEST_OVERLAP : quarter;
  }

  Wanted wanted() {
    return new Wanted(type, collection);
  }

  /** As the plugin knows it; empty if the service never confirmed it. */
  Optional<Subscription> atService() {
    return state == SubscriptionState.ACTIVE
        ? Optional.of(Subscription.of(id, externalId))
        : Optional.empty();
  }

  /**
   * What the service is to tell of.
   *
   * @param collection empty text for the account as a whole, or its list of collections
   */
  record Wanted(String type, String collection) {}
}
