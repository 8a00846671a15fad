package dev.patchbay.host.webhook;

import java.time.Instant;
import java.util.List;

/**
 * How changes at the service come to be known.
 *
 * @param mode {@code push} if the service tells of some, which only makes pulls come sooner; {@code
 *     polling} if none does
 * @param reason why it is polling; absent if it is not, or if it has just begun
 */
public record SubscriptionList(String mode, String reason, List<Item> items) {

  static SubscriptionList of(List<KeptSubscription> kept, boolean reachable) {
    boolean push =
        reachable && kept.stream().anyMatch(one -> one.state() == SubscriptionState.ACTIVE);
    return new SubscriptionList(
        push ? "push" : "polling",
        reachable ? null : Reachability.missing(),
        kept.stream().map(Item::of).toList());
  }

  /**
   * One subscription.
   *
   * @param collection the collection's id at the service; absent for the account as a whole, or its
   *     list of collections
   * @param problem why the service refused, in its own words; absent if it did not
   */
  public record Item(
      String id, String type, String collection, String state, String problem, Instant endsAt) {

    static Item of(KeptSubscription kept) {
      return new Item(
          kept.id(),
          kept.type(),
          kept.collection().isEmpty() ? null : kept.collection(),
          kept.state().name(),
          kept.problem(),
          kept.endsAt());
    }
  }
}
