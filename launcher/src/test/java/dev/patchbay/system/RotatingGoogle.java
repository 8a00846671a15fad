package dev.patchbay.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A service at Google's addresses that guards refresh tokens as RFC 9700 (section 4.14.2) asks:
 * each is good for once, and one that comes a second time ends its whole family, since nobody can
 * tell the owner from the thief. An authorization code is the name of the account that consents.
 */
final class RotatingGoogle implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, TokenFamily> families = new ConcurrentHashMap<>();

  private RotatingGoogle(HttpServer server) {
    this.server = server;
  }

  static RotatingGoogle start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
      RotatingGoogle google = new RotatingGoogle(server);
      server.setExecutor(google.threads);
      server.createContext("/token", google::token);
      server.createContext("/revoke", exchange -> send(exchange, 200, Map.of()));
      server.createContext("/v1/userinfo", google::userinfo);
      server.createContext("/calendar/", google::calendars);
      server.start();
      return google;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server's own configuration that sends Google's hosts here. */
  String hostMap() {
    String here = "=http://127.0.0.1:" + server.getAddress().getPort();
    return String.join(
        ",",
        "accounts.google.com" + here,
        "oauth2.googleapis.com" + here,
        "openidconnect.googleapis.com" + here,
        "www.googleapis.com" + here);
  }

  /** What there is of an account; made when it is first asked for. */
  TokenFamily family(String account) {
    return families.computeIfAbsent(account, TokenFamily::new);
  }

  /** Opens the link of a connect session in a browser of its own, and consents as this account. */
  void consent(String connectUrl, String account) {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    URI authorize = redirect(browser, URI.create(connectUrl));
    Map<String, String> asked = parameters(authorize.getRawQuery());
    redirect(
        browser,
        URI.create(
            "%s?state=%s&code=%s"
                .formatted(
                    asked.get("redirect_uri"),
                    URLEncoder.encode(asked.get("state"), UTF_8),
                    account)));
  }

  private static URI redirect(HttpClient browser, URI address) {
    try {
      HttpResponse<String> answer =
          browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as("%s: %s", address, answer.body()).isEqualTo(303);
      return address.resolve(answer.headers().firstValue("Location").orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form = form(exchange);
    if (form.get("grant_type").equals("authorization_code")) {
      TokenFamily family = family(form.get("code"));
      send(exchange, 200, family.begin());
      return;
    }
    TokenFamily family = family(TokenFamily.accountOf(form.get("refresh_token")));
    Optional<Map<String, Object>> renewed = family.renew(form.get("refresh_token"));
    send(
        exchange,
        renewed.isPresent() ? 200 : 400,
        renewed.orElseGet(() -> Map.of("error", "invalid_grant")));
    family.answered();
  }

  private void userinfo(HttpExchange exchange) throws IOException {
    Optional<TokenFamily> family = authorized(exchange);
    send(
        exchange,
        family.isPresent() ? 200 : 401,
        family
            .map(one -> Map.<String, Object>of("sub", one.account(), "email", one.account()))
            .orElseGet(() -> Map.of("error", "invalid_token")));
  }

  private void calendars(HttpExchange exchange) throws IOException {
    boolean known = authorized(exchange).isPresent();
    send(
        exchange,
        known ? 200 : 401,
        Map.of("kind", "calendar#calendarList", "items", new Object[0]));
  }

  private Optional<TokenFamily> authorized(HttpExchange exchange) {
    String token = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
    return Optional.of(family(TokenFamily.accountOf(token))).filter(one -> one.accepts(token));
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    return parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return form;
  }

  /** Whoever asked may be dead by now. */
  private static void send(HttpExchange exchange, int status, Map<String, ?> body) {
    byte[] bytes = RestClient.write(body).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException nobodyListens) {
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
