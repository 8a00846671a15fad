package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxIntegrationsTest {
  private static final Map<String, Object> INTEGRATION =
      Map.of("plugin", "google-calendar", "name", "Google", "scopes", List.of("a", "b"));

  @TempDir Path temp;
  private HttpServer server;
  private final List<JsonObject> added = new ArrayList<>();
  private int answer = 201;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/login", this::login);
    server.createContext("/api/v1/integrations", this::add);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void should_add_each_integration_as_the_first_admin() throws IOException {
    integrations().register(admin("one-time"), List.of(INTEGRATION));

    assertThat(added).singleElement().isEqualTo(INTEGRATION);
  }

  @Test
  void should_be_content_when_an_integration_is_there_already() throws IOException {
    answer = 409;

    integrations().register(admin("one-time"), List.of(INTEGRATION, INTEGRATION));

    assertThat(added).hasSize(2);
  }

  @Test
  void should_name_integration_and_status_when_it_is_refused() throws IOException {
    answer = 422;
    FirstSignIn admin = admin("one-time");

    assertThatThrownBy(() -> integrations().register(admin, List.of(INTEGRATION)))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("Google")
        .hasMessageContaining("422");
  }

  @Test
  void should_not_repeat_the_password_when_it_no_longer_fits() throws IOException {
    FirstSignIn admin = admin("outdated");

    assertThatThrownBy(() -> integrations().register(admin, List.of(INTEGRATION)))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("401")
        .hasMessageNotContaining("outdated");
    assertThat(added).isEmpty();
  }

  private SandboxIntegrations integrations() {
    return new SandboxIntegrations(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  private FirstSignIn admin(String password) throws IOException {
    Path file = temp.resolve("first.json");
    Files.writeString(file, "{\"username\":\"admin\",\"password\":\"" + password + "\"}");
    return FirstSignIn.in(file).orElseThrow();
  }

  private void login(HttpExchange exchange) throws IOException {
    boolean fits = read(exchange).equals(Map.of("username", "admin", "password", "one-time"));
    reply(exchange, fits ? 200 : 401, "{\"accessToken\":\"jwt\"}");
  }

  private void add(HttpExchange exchange) throws IOException {
    boolean signedIn = "Bearer jwt".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    added.add(read(exchange));
    reply(exchange, signedIn ? answer : 401, "{}");
  }

  private static JsonObject read(HttpExchange exchange) throws IOException {
    try {
      return JsonParser.object().from(exchange.getRequestBody());
    } catch (JsonParserException e) {
      throw new IOException(e);
    }
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
