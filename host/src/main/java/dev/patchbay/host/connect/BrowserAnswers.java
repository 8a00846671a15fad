package dev.patchbay.host.connect;

import dev.patchbay.host.integration.PublicAddress;
import dev.patchbay.host.oauth.Consent;
import dev.patchbay.host.oauth.Consents;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;

/**
 * What browsers get on their way through a consent. Nothing of it is stored, no address with a code
 * or token in it is told to the next page, and the cookie goes back to this server alone.
 */
@Singleton
public class BrowserAnswers {
  private final PublicAddress address;

  @Inject
  public BrowserAnswers(PublicAddress address) {
    this.address = address;
  }

  Response toConsent(Consent consent) {
    var cookie = ofConsent(consent.state()).set(consent.browser(), Consents.PATIENCE.toSeconds());
    return redirect(consent.address()).header(HttpHeaders.SET_COOKIE, cookie).build();
  }

  Response toForm(FormVisit visit) {
    var cookie = ofForm(visit.sessionId()).set(visit.browser(), Consents.PATIENCE.toSeconds());
    return redirect(address.formPage(visit.sessionId()))
        .header(HttpHeaders.SET_COOKIE, cookie)
        .build();
  }

  /** The page itself goes on to the service. */
  Response chosen(Consent consent) {
    var cookie = ofConsent(consent.state()).set(consent.browser(), Consents.PATIENCE.toSeconds());
    return guarded(Response.ok(FormAnswer.goOn(consent.address())))
        .header(HttpHeaders.SET_COOKIE, cookie)
        .build();
  }

  /** The page itself shows the form next. */
  Response chosen(FormVisit visit) {
    var cookie = ofForm(visit.sessionId()).set(visit.browser(), Consents.PATIENCE.toSeconds());
    return guarded(Response.ok(FormAnswer.goOn(address.formPage(visit.sessionId()))))
        .header(HttpHeaders.SET_COOKIE, cookie)
        .build();
  }

  Response toResult(ResultPage page) {
    return redirect(address.resultPage(page.fileName())).build();
  }

  /** Ends an attempt, and the browser forgets what it kept for this state. */
  Response toResult(ConnectEnd end, String state) {
    return redirect(place(end)).header(HttpHeaders.SET_COOKIE, ofConsent(state).set("", 0)).build();
  }

  private URI place(ConnectEnd end) {
    var page = address.resultPage(end.page().fileName());
    return end.reply().map(reply -> page.resolve("#" + reply.fragment())).orElse(page);
  }

  /** Makes an answer that is kept nowhere and told to no further page. */
  public static ResponseBuilder guarded(ResponseBuilder answer) {
    return answer
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff");
  }

  private static ResponseBuilder redirect(URI target) {
    return guarded(Response.seeOther(target));
  }

  String cookieName(String state) {
    return ofConsent(state).name();
  }

  String formCookieName(String sessionId) {
    return ofForm(sessionId).name();
  }

  private BrowserCookie ofConsent(String state) {
    return BrowserCookie.ofConsent(state, address.isHttps());
  }

  private BrowserCookie ofForm(String sessionId) {
    return BrowserCookie.ofForm(sessionId, address.isHttps());
  }
}
