package dev.patchbay.host.connect;

import dev.patchbay.host.oauth.Endpoints;
import dev.patchbay.host.oauth.OAuthError;

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
   * names its issuer or the service promised that it would: else the code of one service could be
   * spent at another.
   */
  static void requireIssuer(Callback callback, Endpoints asked) {
    if (callback.issuer().isEmpty() && asked.namesIssuer()) {
      throw another(asked, "The answer does not say who it is from, as %s promised.");
    }
    if (callback.issuer().filter(name -> !asked.isIssuer(name)).isPresent()) {
      throw another(asked, "The answer came from another service than %s, which was asked.");
    }
  }

  private static ConnectFailure another(Endpoints asked, String words) {
    return new ConnectFailure(ResultPage.FAILED, words.formatted(asked.authorize().getHost()));
  }
}
