package dev.patchbay.system;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A page of some CRM, at an origin of its own, that embeds connecting as the docs show it. */
final class CrmPage implements AutoCloseable {
  private static final String HTML =
      """
      <!doctype html>
      <title>CRM</title>
      <script src="%s/api/connect.js"></script>
      <button>Connect</button>
      <output></output>
      <script>
        document.querySelector("button").onclick = () =>
          patchbay
            .connect(Promise.resolve(location.hash.slice(1)))
            .then(({ outcome, result }) => `${outcome} ${result}`, (error) => error.message)
            .then((text) => (document.querySelector("output").textContent = text));
      </script>
      """;

  private final HttpServer server;

  private CrmPage(HttpServer server) {
    this.server = server;
  }

  static CrmPage embedding(URI patchbay) {
    byte[] html = HTML.formatted(patchbay).getBytes(StandardCharsets.UTF_8);
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
          });
      server.start();
      return new CrmPage(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
