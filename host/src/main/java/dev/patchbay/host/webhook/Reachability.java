package dev.patchbay.host.webhook;

import dev.patchbay.host.integration.PublicAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether services can tell this server of changes: they send to https addresses only. The
 * simulated ones are on this machine and need none.
 */
@Singleton
class Reachability {
  private final PublicAddress address;
  private final boolean sandbox;

  @Inject
  Reachability(
      PublicAddress address,
      @ConfigProperty(name = "patchbay.sandbox", defaultValue = "false") boolean sandbox) {
    this.address = address;
    this.sandbox = sandbox;
  }

  boolean isGiven() {
    return sandbox || address.isHttps();
  }

  /** What an admin is told if it is not given. */
  static String missing() {
    return "The server's public address (--public-url) is not https, so services cannot tell it of"
        + " changes: they are found by polling.";
  }
}
