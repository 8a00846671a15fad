package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestEgressTest {

  private HttpServer server;
  private TestEgress egress;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var body = exchange.getRequestURI().toString().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(302, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api.example");
    egress = TestEgress.to(Map.of("api.example", base));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void should_send_a_declared_host_to_the_test_server_without_following_its_redirect()
      throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create("https://api.example/v1/a%2Fb?q=c%20d")).build();

    var answer = egress.send(request);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("/api.example/v1/a%2Fb?q=c%20d");
    assertThat(egress.requests()).containsExactly(request);
  }

  @Test
  void should_refuse_a_host_when_it_is_not_declared() {
    var request = HttpRequest.newBuilder(URI.create("https://other.example/")).build();

    assertThatThrownBy(() -> egress.send(request))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("other.example");
  }

  @Test
  void should_be_unavailable_when_nobody_answers() {
    server.stop(0);
    var request = HttpRequest.newBuilder(URI.create("https://api.example/")).build();

    assertThatThrownBy(() -> egress.send(request)).isInstanceOf(Unavailable.class);
  }
}
