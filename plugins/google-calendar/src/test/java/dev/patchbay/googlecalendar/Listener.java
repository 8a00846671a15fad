package dev.patchbay.googlecalendar;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.patchbay.api.webhook.WebhookRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where the simulated Google sends its messages to. */
final class Listener implements AutoCloseable {

  private final Map<String, BlockingQueue<WebhookRequest>> heard = new ConcurrentHashMap<>();
  private final HttpServer server;

  Listener() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::hear);
    server.start();
  }

  URI address() {
    return address("hook");
  }

  URI address(String name) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
  }

  private void hear(HttpExchange exchange) throws IOException {
    var address = address(exchange.getRequestURI().getPath().substring(1));
    at(address)
        .add(
            WebhookRequest.of(
                exchange.getRequestMethod(),
                address,
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes()));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** The next message, once it is there. */
  WebhookRequest next() throws InterruptedException {
    return next(address());
  }

  WebhookRequest next(URI address) throws InterruptedException {
    WebhookRequest next = at(address).poll(30, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("Google sent nothing");
    }
    return next;
  }

  /** How many messages nobody has looked at. */
  int waiting() {
    return waiting(address());
  }

  int waiting(URI address) {
    return at(address).size();
  }

  private BlockingQueue<WebhookRequest> at(URI address) {
    return heard.computeIfAbsent(address.getPath(), none -> new LinkedBlockingQueue<>());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
