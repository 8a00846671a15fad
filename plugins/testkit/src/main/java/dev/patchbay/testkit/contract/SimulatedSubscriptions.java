package dev.patchbay.testkit.contract;

import java.net.URI;

/** A service that can be asked to tell of changes of its items. */
public interface SimulatedSubscriptions extends SimulatedItems {

  /**
   * An address that the service can send to and the test can listen at.
   *
   * @param name another address for each name: letters, digits and underscores
   */
  URI address(String name);

  /**
   * What the service sent to the address next of a change, waited for if need be; what it sends
   * only to greet a new subscription is left out.
   *
   * @throws AssertionError if it sends nothing
   */
  Delivery next(URI address);

  /** Whether the service sent nothing to the address but what {@link #next} saw. */
  boolean isSilent(URI address);
}
