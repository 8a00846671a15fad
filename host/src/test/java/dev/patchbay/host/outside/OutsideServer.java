package dev.patchbay.host.outside;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.patchbay.host.egress.EgressGate;
import dev.patchbay.host.egress.HostMap;
import dev.patchbay.host.egress.OpenedHosts;
import dev.patchbay.host.egress.OutboundProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody else's authorization server: publishes its keys over real HTTP. */
final class OutsideServer implements AutoCloseable {
  private final AtomicInteger asked = new AtomicInteger();
  private final HttpServer http;
  private volatile RSAKey key;

  OutsideServer(RSAKey key) {
    this.key = key;
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/keys", this::answer);
    http.start();
  }

  void publish(RSAKey next) {
    key = next;
  }

  int asked() {
    return asked.get();
  }

  /** The server's way out, which leads here instead of to the issuer's real address. */
  EgressGate gate() {
    String here = "http://127.0.0.1:" + http.getAddress().getPort();
    return new EgressGate(
        HostMap.parse("login.outside.test=" + here),
        OpenedHosts.none(),
        OutboundProxy.none(),
        exchange -> {});
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    byte[] body = new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
