package dev.patchbay.host.sso;

import dev.patchbay.host.connect.BrowserAnswers;
import dev.patchbay.host.connect.BrowserCookie;
import dev.patchbay.host.integration.PublicAddress;
import dev.patchbay.host.security.Unwelcome;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/**
 * Where browsers are sent on their way through a sign-in: to the provider and back to the console's
 * own page. No parameter of theirs says where.
 */
@Singleton
public class SignInPages {
  private final PublicAddress address;

  @Inject
  public SignInPages(PublicAddress address) {
    this.address = address;
  }

  Response toProvider(Departure departure) {
    return to(departure.address())
        .header(
            HttpHeaders.SET_COOKIE,
            cookie(departure.state()).set(departure.browser(), SignInBegin.PATIENCE.toSeconds()))
        .build();
  }

  /** Back to the console, with a text that only its server can use, and only once. */
  Response toConsole(String code, String state) {
    return to(address.signInPage("code=" + code))
        .header(HttpHeaders.SET_COOKIE, cookie(state).set("", 0))
        .build();
  }

  Response toConsole(Unwelcome.Reason reason) {
    return to(address.signInPage("refused=" + reason.code())).build();
  }

  Optional<String> browser(HttpHeaders headers, String state) {
    return Optional.ofNullable(headers.getCookies().get(cookie(state).name()))
        .map(Cookie::getValue);
  }

  private BrowserCookie cookie(String state) {
    return BrowserCookie.ofSignIn(state, address.isHttps());
  }

  private static Response.ResponseBuilder to(URI target) {
    return BrowserAnswers.guarded(Response.seeOther(target));
  }
}
