package dev.patchbay.host.sso;

import java.net.URI;

/**
 * A person sent to their provider, as the browser has to know it.
 *
 * @param state the one-time text that the provider hands back
 * @param browser the one-time text that stays with this browser
 * @param address where the browser goes
 */
record Departure(String state, String browser, URI address) {

  @Override
  public String toString() {
    return "Departure[" + address.getHost() + "]";
  }
}
