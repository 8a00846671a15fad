package dev.patchbay.testkit.contract;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.webhook.Subscriber;
import dev.patchbay.api.webhook.Subscription;
import dev.patchbay.api.webhook.SubscriptionOrder;

/** A subscription as the host makes it, with an address and a secret of its own. */
final class Subscribed {
  private static final int SECRET_LENGTH = 43;

  private final SimulatedSubscriptions service;
  private final Subscriber subscriber;
  private final SubscriptionOrder order;
  private final Subscription made;

  private Subscribed(
      SimulatedSubscriptions service, Subscriber subscriber, SubscriptionOrder order) {
    this.service = service;
    this.subscriber = subscriber;
    this.order = order;
    this.made = subscriber.subscribe(order);
  }

  /** To what happens to items. */
  static Subscribed toItems(String id, Bench bench, SimulatedSubscriptions service) {
    var subscriber = bench.client().subscribers().get(0);
    var order = order(id, service);
    return new Subscribed(
        service, subscriber, subscriber.perCollection() ? order.in(bench.collection()) : order);
  }

  /** To the list of collections. */
  static Subscribed toList(String id, Bench bench, SimulatedSubscriptions service) {
    return new Subscribed(service, bench.client().subscribers().get(0), order(id, service));
  }

  private static SubscriptionOrder order(String id, SimulatedSubscriptions service) {
    var secret = id + "-is-told-of-with-this-secret-and-with-no-other";
    return SubscriptionOrder.of(
        id, service.address(id), Secret.of(secret.substring(0, SECRET_LENGTH)));
  }

  Secret secret() {
    return order.secret();
  }

  boolean isNamedAsOrdered() {
    return made.id().equals(order.id());
  }

  /** What the service says of a change. */
  Delivery told() {
    return service.next(order.address());
  }

  boolean isSilent() {
    return service.isSilent(order.address());
  }

  void end() {
    subscriber.unsubscribe(made);
  }
}
