package dev.patchbay.bench.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A token server in a process of its own, as strict as RFC 9700 (section 4.14.2) has them: a
 * refresh token is good for once, and one that comes a second time ends all that grew from its
 * consent. An authorization code is the name of the account that consents.
 *
 * <p>Prints its port, and ends when its standard input does.
 */
public final class TokenProcess {
  /** How long a token is good, in seconds. */
  static final int LIFETIME = 2;

  private final Map<String, Integer> latest = new ConcurrentHashMap<>();
  private final AtomicLong renewals = new AtomicLong();
  private final AtomicLong reused = new AtomicLong();

  /** Runs until standard input ends. */
  public static void main(String[] arguments) throws Exception {
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(new TokenProcess()::answer)
            .build();
    server.start();
    System.out.println(
        ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort());
    System.in.transferTo(OutputStream.nullOutputStream());
    server.stop();
  }

  private void answer(HttpServerExchange exchange) {
    if (exchange.getRequestPath().equals("/control")) {
      send(exchange, "{\"renewals\":%d,\"reused\":%d}".formatted(renewals.get(), reused.get()));
      return;
    }
    exchange.getRequestReceiver().receiveFullString(this::token, UTF_8);
  }

  private void token(HttpServerExchange exchange, String body) {
    Map<String, String> form = form(body);
    if (form.get("grant_type").equals("authorization_code")) {
      give(exchange, form.get("code"), latest.merge(form.get("code"), 1, Integer::sum));
      return;
    }
    renewals.incrementAndGet();
    String[] token = form.get("refresh_token").split("~", -1);
    int number = Integer.parseInt(token[1]);
    if (latest.replace(token[0], number, number + 1)) {
      give(exchange, token[0], number + 1);
    } else {
      reused.incrementAndGet();
      latest.put(token[0], -1);
      exchange.setStatusCode(400);
      send(exchange, "{\"error\":\"invalid_grant\"}");
    }
  }

  private static void give(HttpServerExchange exchange, String account, int number) {
    send(
        exchange,
        """
        {"access_token":"%s~%d~access","refresh_token":"%s~%d~refresh","expires_in":%d,\
        "token_type":"Bearer","scope":"all"}"""
            .formatted(account, number, account, number, LIFETIME));
  }

  private static void send(HttpServerExchange exchange, String body) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getResponseSender().send(body);
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return form;
  }
}
