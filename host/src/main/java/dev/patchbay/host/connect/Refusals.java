package dev.patchbay.host.connect;

import dev.patchbay.host.oauth.OAuthError;
import java.net.URI;

/** What ends an attempt before a code is exchanged. */
final class Refusals {

  private Refusals() {}

  /** The end that an error of the service makes. */
  static ConnectFailure of(OAuthError error) {
    return error.declined()
        ? new ConnectFailure(
            ResultPage.DECLINED,
            "Access was declined on the service's page. Nothing was connected.")
        : new ConnectFailure(ResultPage.FAILED, error.message());
  }

  /**
   * Makes sure that the answer comes from the service that was asked (RFC 9207), where the answer
   * names its issuer: else the code of one service could be spent at another.
   */
  static void requireIssuer(Callback callback, URI authorizeUrl) {
    callback
        .issuer()
        .filter(issuer -> !isOf(authorizeUrl, issuer))
        .ifPresent(
            issuer -> {
              throw new ConnectFailure(
                  ResultPage.FAILED,
                  "The answer came from another service than %s, which was asked."
                      .formatted(authorizeUrl.getHost()));
            });
  }

  private static boolean isOf(URI authorizeUrl, String issuer) {
    try {
      var said = URI.create(issuer);
      return "https".equals(said.getScheme())
          && authorizeUrl.getHost().equalsIgnoreCase(said.getHost())
          && said.getRawUserInfo() == null
          && said.getRawQuery() == null
          && said.getRawFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
