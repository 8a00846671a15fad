package dev.patchbay.testkit.contract;

import dev.patchbay.api.setting.Secret;

/** A service that sends webhooks. */
public interface SimulatedHooks extends SimulatedService {

  /** What it signs with. */
  Secret signingSecret();

  /**
   * Changes something of an account, and gives what the service sends about it; of another event
   * each time, and signed {@link dev.patchbay.testkit.TestConnectionContext#NOW now}.
   */
  Delivery deliver(String account);
}
