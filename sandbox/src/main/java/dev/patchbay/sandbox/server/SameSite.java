package dev.patchbay.sandbox.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;

/** A web page elsewhere must not change the sandbox through the browser of who runs it. */
final class SameSite implements HttpHandler {
  private static final HttpString FETCH_SITE = new HttpString("Sec-Fetch-Site");

  private final HttpHandler next;

  SameSite(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    boolean changes = !exchange.getRequestMethod().equals(Methods.GET);
    String site = String.valueOf(exchange.getRequestHeaders().getFirst(FETCH_SITE));
    if (changes && site.equals("cross-site")) {
      exchange.setStatusCode(StatusCodes.FORBIDDEN);
      exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=UTF-8");
      exchange.getResponseSender().send("The sandbox takes no forms from other sites.");
      return;
    }
    next.handleRequest(exchange);
  }
}
