package dev.patchbay.googlecalendar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.GZipEncoding;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestFactory;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.testkit.TestEgress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EgressTransportTest {

  private static final GenericUrl URL = new GenericUrl("https://api.example/things?q=a%20b");

  private HttpServer server;
  private TestEgress egress;
  private HttpRequestFactory requests;
  private String method;
  private Headers headers;
  private byte[] body;
  private boolean compress;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    egress = TestEgress.to(Map.of("api.example", base));
    requests = new EgressTransport(egress).createRequestFactory();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void should_carry_method_headers_and_body_both_ways() throws IOException {
    var content = ByteArrayContent.fromString("application/json", "{\"title\":\"Zürich\"}");
    var request = requests.buildRequest("PATCH", URL, content);
    request.getHeaders().setIfMatch("\"7\"");

    var answer = request.execute();

    assertThat(method).isEqualTo("PATCH");
    assertThat(headers.getFirst("If-Match")).isEqualTo("\"7\"");
    assertThat(headers.getFirst("Content-Type")).isEqualTo("application/json");
    assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo("{\"title\":\"Zürich\"}");
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getContentType()).isEqualTo("text/plain");
    assertThat(answer.getHeaders().getETag()).isEqualTo("\"8\"");
    assertThat(answer.parseAsString()).isEqualTo("answer to /things?q=a%20b");
  }

  @Test
  void should_read_an_answer_that_is_compressed() throws IOException {
    compress = true;

    var answer = requests.buildGetRequest(URL).execute();

    assertThat(headers.getFirst("Accept-Encoding")).isEqualTo("gzip");
    assertThat(answer.parseAsString()).isEqualTo("answer to /things?q=a%20b");
  }

  @Test
  void should_say_how_a_body_is_encoded() throws IOException {
    HttpRequest request =
        requests.buildPostRequest(URL, ByteArrayContent.fromString("text/plain", "x".repeat(500)));
    request.setEncoding(new GZipEncoding());

    request.execute().disconnect();

    assertThat(headers.getFirst("Content-Encoding")).isEqualTo("gzip");
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
      assertThat(plain.readAllBytes()).hasSize(500);
    }
  }

  @Test
  void should_leave_the_time_limit_to_the_host_unless_one_is_set() throws IOException {
    requests.buildGetRequest(URL).setConnectTimeout(0).setReadTimeout(0).execute().disconnect();
    requests
        .buildGetRequest(URL)
        .setConnectTimeout(500)
        .setReadTimeout(2500)
        .execute()
        .disconnect();

    assertThat(egress.requests().get(0).timeout()).isEmpty();
    assertThat(egress.requests().get(1).timeout()).contains(Duration.ofSeconds(3));
  }

  @Test
  void should_pass_on_what_the_egress_refuses() {
    assertThatThrownBy(
            () -> requests.buildGetRequest(new GenericUrl("https://evil.example/")).execute())
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("evil.example");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      method = exchange.getRequestMethod();
      headers = exchange.getRequestHeaders();
      body = exchange.getRequestBody().readAllBytes();
      var text = "answer to " + exchange.getRequestURI();
      var bytes = compress ? gzip(text) : text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain");
      exchange.getResponseHeaders().set("ETag", "\"8\"");
      if (compress) {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      }
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
