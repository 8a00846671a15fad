package dev.patchbay.host.connect;

import dev.patchbay.host.oauth.Consent;

/**
 * A cookie that ties an attempt to one browser. Where browsers come encrypted its name says so in a
 * way that they enforce, so that no neighbouring host can set it; that takes the path / .
 *
 * @param path where it goes, if browsers come in clear
 * @param sameSite {@code Lax} if it must come back with a service's redirect, else {@code Strict}
 */
public record BrowserCookie(String label, String path, String sameSite, boolean https) {
  private static final String RETURNING = "Lax";

  /** The one of a person who was sent to a consent page. */
  static BrowserCookie ofConsent(String state, boolean https) {
    return new BrowserCookie(Consent.cookieName(state), "/api/oauth/callback", RETURNING, https);
  }

  /** The one of a person who was sent to the provider of their organisation, to sign in. */
  public static BrowserCookie ofSignIn(String state, boolean https) {
    return new BrowserCookie(Consent.signInCookieName(state), "/api/sign-in", RETURNING, https);
  }

  /** The one of a person who was sent to a form. */
  static BrowserCookie ofForm(String sessionId, boolean https) {
    return new BrowserCookie(
        "patchbay-form-" + sessionId, "/api/connect-forms/" + sessionId, "Strict", https);
  }

  public String name() {
    return (https ? "__Host-" : "") + label;
  }

  /** The header's value; no text and no seconds take it back. */
  public String set(String value, long seconds) {
    return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=%s%s"
        .formatted(name(), value, https ? "/" : path, seconds, sameSite, https ? "; Secure" : "");
  }
}
