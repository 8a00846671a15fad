package dev.patchbay.host.oauth;

import dev.patchbay.host.security.SecretHash;
import java.net.URI;

/**
 * A person sent to the service, as the browser has to know it.
 *
 * @param sessionId the connect session that it belongs to
 * @param state the one-time text that the service hands back
 * @param browser the one-time text that stays with this browser
 * @param address where the browser goes
 */
public record Consent(String sessionId, String state, String browser, URI address) {

  /** Names the cookie by its state, so that two attempts in one browser do not meet. */
  public static String cookieName(String state) {
    return "patchbay-connect-" + mark(state);
  }

  /** The same for the way to a sign-in. */
  public static String signInCookieName(String state) {
    return "patchbay-sign-in-" + mark(state);
  }

  private static String mark(String state) {
    return SecretHash.of(state).substring(0, 16);
  }

  String stateHash() {
    return SecretHash.of(state);
  }

  String browserHash() {
    return SecretHash.of(browser);
  }

  @Override
  public String toString() {
    return "Consent[" + sessionId + "]";
  }
}
