package dev.patchbay.googlecalendar;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.testkit.TestConnectionContext;
import dev.patchbay.testkit.TestEgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A server over real HTTP that gives the answers of a script in their order, whatever they are:
 * what no well-behaved simulation would say can be said here.
 */
final class ScriptedGoogle implements AutoCloseable {

  private final HttpServer server;
  private final Queue<Answer> script = new ArrayDeque<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private ScriptedGoogle(HttpServer server) {
    this.server = server;
  }

  static ScriptedGoogle start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var google = new ScriptedGoogle(server);
      server.createContext("/", google::answer);
      server.start();
      return google;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next answer: JSON with this status. */
  ScriptedGoogle then(int status, String body) {
    return then(status, body, Map.of());
  }

  /** The next answer, with headers. */
  ScriptedGoogle then(int status, String body, Map<String, String> headers) {
    return then(
        exchange -> {
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
          headers.forEach(exchange.getResponseHeaders()::set);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
        });
  }

  /** The next answer, down to its bytes. */
  ScriptedGoogle then(Answer answer) {
    script.add(answer);
    return this;
  }

  /** What was asked, in its order. */
  List<Asked> asked() {
    return asked;
  }

  McpClient client() {
    return client(() -> Auth.token(Secret.of("token-1")));
  }

  McpClient client(Supplier<Auth> auth) {
    return new GoogleCalendarPlugin().open(TestConnectionContext.of(egress(), auth));
  }

  /** What a client of this server is opened with. */
  ConnectionContext context() {
    return TestConnectionContext.of(egress(), () -> Auth.token(Secret.of("token-1")));
  }

  TestEgress egress() {
    var base = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    return TestEgress.to(
        new GoogleCalendarPlugin()
            .descriptor().egressHosts().stream()
                .collect(Collectors.toMap(host -> host, host -> URI.create(base + host))));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(Asked.of(exchange));
      var answer = script.remove();
      answer.give(exchange);
    }
  }

  /** One answer of the script. */
  @FunctionalInterface
  interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  /** One request as it arrived. */
  record Asked(
      String method, String path, Map<String, String> query, String authorization, String body) {

    static Asked of(HttpExchange exchange) throws IOException {
      return new Asked(
          exchange.getRequestMethod(),
          exchange.getRequestURI().getRawPath(),
          query(exchange.getRequestURI().getRawQuery()),
          exchange.getRequestHeaders().getFirst("Authorization"),
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> query(String raw) {
      return raw == null
          ? Map.of()
          : Arrays.stream(raw.split("&"))
              .map(part -> part.split("=", 2))
              .collect(
                  Collectors.toMap(
                      part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }
  }
}
