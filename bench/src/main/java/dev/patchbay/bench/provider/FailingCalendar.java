package dev.patchbay.bench.provider;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A calendar of a service in trouble: each request meets the next of all the faults, in turn, with
 * a good answer now and then.
 */
final class FailingCalendar {
  private static final String PAGE =
      """
      {"kind":"calendar#events","items":[{"kind":"calendar#event","id":"ill1","etag":"\\"1\\"",\
      "status":"confirmed","summary":"Ill","start":{"date":"2026-04-20"},"end":{"date":"2026-04-21"}}],""";
  private static final int LARGE = 100_000_000;
  private static final int DRIPS = 100;

  private static final List<Fault> FAULTS =
      List.of(
          exchange -> status(exchange, 429),
          exchange -> retryAfterASecond(exchange),
          exchange -> status(exchange, 500),
          exchange -> status(exchange, 502),
          exchange -> status(exchange, 503),
          exchange -> status(exchange, 504),
          FailingCalendar::hang,
          FailingCalendar::reset,
          FailingCalendar::stopInTheMiddle,
          FailingCalendar::breakOffAChunk,
          FailingCalendar::drip,
          exchange -> send(exchange, "{\"items\":[{]"),
          exchange -> send(exchange, "<html><body>Come back later</body></html>"),
          FailingCalendar::large,
          exchange -> send(exchange, PAGE + "\"nextPageToken\":\"again\"}"),
          FailingCalendar::redirect,
          exchange -> status(exchange, 410),
          exchange -> send(exchange, PAGE + "\"nextSyncToken\":\"well\"}"));

  private final AtomicInteger requests = new AtomicInteger();

  void answer(HttpServerExchange exchange) throws Exception {
    FAULTS.get(requests.getAndIncrement() % FAULTS.size()).strike(exchange);
  }

  /** How many requests met one. */
  int troubles() {
    return requests.get();
  }

  private static void status(HttpServerExchange exchange, int status) {
    exchange.setStatusCode(status);
    send(exchange, "{\"error\":{\"code\":" + status + ",\"message\":\"In trouble\"}}");
  }

  private static void retryAfterASecond(HttpServerExchange exchange) {
    exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
    status(exchange, 429);
  }

  private static void redirect(HttpServerExchange exchange) {
    exchange.getResponseHeaders().put(Headers.LOCATION, "https://elsewhere.example/events");
    status(exchange, 302);
  }

  private static void hang(HttpServerExchange exchange) throws IOException, InterruptedException {
    TimeUnit.SECONDS.sleep(2);
    reset(exchange);
  }

  private static void reset(HttpServerExchange exchange) throws IOException {
    exchange.getConnection().close();
  }

  private static void stopInTheMiddle(HttpServerExchange exchange) throws IOException {
    exchange.setResponseContentLength(2L * PAGE.length());
    breakOffAChunk(exchange);
  }

  private static void breakOffAChunk(HttpServerExchange exchange) throws IOException {
    OutputStream body = exchange.getOutputStream();
    body.write(bytes(PAGE));
    body.flush();
    reset(exchange);
  }

  private static void drip(HttpServerExchange exchange) throws IOException, InterruptedException {
    OutputStream body = exchange.getOutputStream();
    body.write('{');
    for (int drip = 0; drip < DRIPS; drip++) {
      body.write(' ');
      body.flush();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    body.write(bytes("\"items\":[],\"nextSyncToken\":\"slow\"}"));
  }

  private static void large(HttpServerExchange exchange) throws IOException {
    byte[] piece = bytes(" ".repeat(100_000));
    for (int sent = 0; sent < LARGE; sent += piece.length) {
      exchange.getOutputStream().write(piece);
    }
  }

  private static void send(HttpServerExchange exchange, String body) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=UTF-8");
    exchange.getResponseSender().send(body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private interface Fault {
    void strike(HttpServerExchange exchange) throws Exception;
  }
}
