package dev.patchbay.api.webhook;

/**
 * Asks the service of a connection to tell of changes of one type. The host decides when: it
 * subscribes when a collection appears, again well before a subscription ends, and gives up the old
 * one only then, so that no change falls between. Polling goes on beside it, more rarely needed.
 *
 * <p>Safe for use by several threads, holds no state between calls.
 *
 * @since 1
 */
public interface Subscriber {

  /** The name of the type that is told of; one that the client has a source for. */
  String type();

  /**
   * Whether the service wants one subscription for each collection, beside one for the list of
   * collections; false if one for the account tells of everything.
   */
  default boolean perCollection() {
    return true;
  }

  /**
   * Subscribes.
   *
   * @return what is needed to end it
   * @throws dev.patchbay.api.error.Rejected if the service does not tell of this one
   * @throws dev.patchbay.api.error.IntegrationException in the category that fits
   */
  Subscription subscribe(SubscriptionOrder order);

  /**
   * Ends a subscription; one that is not there any more is as good as ended.
   *
   * @throws dev.patchbay.api.error.IntegrationException in the category that fits
   */
  void unsubscribe(Subscription subscription);
}
