package dev.patchbay.host.webhook;

/** Where a subscription is in its life. */
enum SubscriptionState {
  /** Written down, and the service is being asked. */
  ORDERED,
  /** The service tells of changes. */
  ACTIVE,
  /** The service does not tell of this one; asked again after a while. */
  REFUSED
}
