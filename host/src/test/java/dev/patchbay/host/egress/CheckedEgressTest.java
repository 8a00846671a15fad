package dev.patchbay.host.egress;

import static dev.patchbay.host.egress.GateSetup.HOST;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.fixture.Wall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckedEgressTest {

  private record Seen(String method, String uri, String body, String cookie, int remotePort) {}

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private GateSetup setup;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    setup = GateSetup.mappedTo(server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    setup.close();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void should_return_status_headers_and_body_when_the_service_answers() throws IOException {
    answer(200, "hello", "X-Quota", "7");

    HttpResponse<InputStream> answer = send(get("/v1/things?b=2%2F3&a=x%20y"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("x-quota")).contains("7");
    assertThat(answer.uri()).hasToString("https://" + HOST + "/v1/things?b=2%2F3&a=x%20y");
    assertThat(text(answer)).isEqualTo("hello");
    assertThat(seen.get(0).uri()).isEqualTo("/" + HOST + "/v1/things?b=2%2F3&a=x%20y");
  }

  @Test
  void should_send_the_body_when_the_request_has_one() throws IOException {
    answer(201, "");

    send(request("/v1/things").POST(BodyPublishers.ofString("{\"a\":1}")).build()).body().close();

    assertThat(seen.get(0).method()).isEqualTo("POST");
    assertThat(seen.get(0).body()).isEqualTo("{\"a\":1}");
  }

  @Test
  void should_send_the_body_when_its_length_is_not_known_beforehand() throws IOException {
    answer(200, "");
    var stream = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes(700)));

    send(request("/v1/things").method("PATCH", stream).build()).body().close();

    assertThat(seen.get(0).body()).hasSize(700);
  }

  @Test
  void should_return_the_redirect_itself_when_the_service_redirects() throws IOException {
    answer(302, "", "Location", "https://elsewhere.test/");

    HttpResponse<InputStream> answer = send(get("/v1/things"));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location")).contains("https://elsewhere.test/");
    assertThat(seen).hasSize(1);
  }

  @Test
  void should_go_on_when_there_was_an_error_within_an_exchange() throws IOException {
    answer(200, "hello");
    var upload = new HttpPost("http://127.0.0.1:" + server.getAddress().getPort() + "/" + HOST);
    upload.setEntity(
        new EntityTemplate(1, ContentType.APPLICATION_OCTET_STREAM, null, out -> overflow()));
    CloseableHttpClient engine =
        setup.gate().engineFor(Destination.of(get("/").uri(), setup.sender(HOST), setup.map));

    assertThatThrownBy(() -> engine.executeOpen(null, upload, null))
        .isInstanceOf(StackOverflowError.class);

    Wall.assertClosed(isKeptOut(), "the error of one keeps all others out");
  }

  @Test
  void should_give_connections_back_when_there_are_errors() throws IOException {
    answer(200, "hello");
    setup.lookup = host -> overflow();
    for (int i = 0; i < setup.limits.connectionsPerServer(); i++) {
      assertThatThrownBy(() -> send(get("/v1/things"))).isInstanceOf(StackOverflowError.class);
    }
    assertThat(setup.exchanges).extracting(Exchange::category).containsOnly("Unavailable");

    setup.lookup = InetAddress::getAllByName;

    Wall.assertClosed(isKeptOut(), "errors keep all connections");
  }

  private boolean isKeptOut() throws IOException {
    try {
      return !text(send(get("/v1/things"))).equals("hello");
    } catch (Unavailable e) {
      return true;
    }
  }

  private static InetAddress[] overflow() {
    throw new StackOverflowError("as a plugin has it that calls itself");
  }

  @Test
  void should_forget_cookies_when_the_service_sets_them() throws IOException {
    answer(200, "x", "Set-Cookie", "session=1; Path=/");

    text(send(get("/one")));
    text(send(get("/two")));

    assertThat(seen).extracting(Seen::cookie).containsOnlyNulls();
  }

  @Test
  void should_repeat_nothing_when_the_service_is_overloaded_or_wants_a_password()
      throws IOException {
    answer(503, "busy", "Retry-After", "0");
    assertThat(send(get("/v1/things")).statusCode()).isEqualTo(503);
    server.removeContext("/");
    answer(401, "who", "WWW-Authenticate", "Basic realm=\"x\"");
    assertThat(send(get("/v1/things")).statusCode()).isEqualTo(401);

    assertThat(seen).hasSize(2);
  }

  @Test
  void should_use_one_connection_when_answers_are_read_to_their_end() throws IOException {
    answer(200, "x".repeat(100));

    for (int i = 0; i < 5; i++) {
      text(send(get("/v1/things")));
    }

    assertThat(seen).extracting(Seen::remotePort).hasSize(5).containsOnly(seen.get(0).remotePort());
  }

  @Test
  void should_use_one_connection_when_only_the_start_of_a_short_answer_is_read()
      throws IOException {
    answer(200, "x".repeat(100));

    for (int i = 0; i < 3; i++) {
      try (InputStream body = send(get("/v1/things")).body()) {
        assertThat(body.read()).isEqualTo('x');
      }
    }

    assertThat(seen).extracting(Seen::remotePort).containsOnly(seen.get(0).remotePort());
  }

  @Test
  void should_decompress_the_body_when_the_service_compresses_it() throws IOException {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write("hello".getBytes(UTF_8));
    }
    answer(200, zipped.toByteArray(), "Content-Encoding", "gzip");

    HttpResponse<InputStream> answer = send(get("/v1/things"));

    assertThat(text(answer)).isEqualTo("hello");
    assertThat(answer.headers().firstValue("content-encoding")).isEmpty();
  }

  @Test
  void should_refuse_the_answer_when_it_is_larger_than_the_limit() throws IOException {
    answer(200, bytes(1001));

    HttpResponse<InputStream> answer = send(get("/v1/things"));

    assertThatThrownBy(() -> text(answer))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining(HOST)
        .hasMessageContaining("1000 bytes");
  }

  @Test
  void should_refuse_the_answer_when_a_small_one_unpacks_to_more_than_the_limit()
      throws IOException {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(new byte[500_000]);
    }
    assertThat(zipped.size()).isLessThan(1000);
    answer(200, zipped.toByteArray(), "Content-Encoding", "gzip");

    HttpResponse<InputStream> answer = send(get("/v1/things"));

    assertThatThrownBy(() -> text(answer)).isInstanceOf(Rejected.class);
  }

  @Test
  void should_read_the_answer_when_it_is_exactly_as_large_as_the_limit() throws IOException {
    answer(200, bytes(1000));

    assertThat(text(send(get("/v1/things")))).hasSize(1000);
  }

  @Test
  void should_send_nothing_when_the_request_is_larger_than_the_limit() throws IOException {
    answer(200, "");
    var unknownLength =
        BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes(1001)));

    assertThatThrownBy(
            () -> send(request("/v1").POST(BodyPublishers.ofByteArray(bytes(1001))).build()))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("1000 bytes");
    assertThatThrownBy(() -> send(request("/v1").POST(unknownLength).build()))
        .isInstanceOf(Rejected.class);
    assertThat(seen).isEmpty();
  }

  @Test
  void should_log_the_exchange_once_and_without_its_query_when_it_is_over() throws IOException {
    answer(200, "hello");

    HttpResponse<InputStream> answer = send(get("/v1/things?token=hush"));
    assertThat(setup.exchanges).isEmpty();
    text(answer);
    answer.body().close();

    assertThat(setup.exchanges).hasSize(1);
    Exchange exchange = setup.exchanges.get(0);
    assertThat(exchange.toString())
        .startsWith(
            "exchange plugin=sample connection=con_1 method=GET host="
                + HOST
                + " path=/v1/things status=200 ms=")
        .endsWith("bytes=5 outcome=\"answered\"")
        .doesNotContain("hush");
  }

  private void answer(int status, String body, String... header) {
    answer(status, body.getBytes(UTF_8), header);
  }

  private void answer(int status, byte[] body, String... header) {
    server.createContext(
        "/",
        exchange -> {
          note(exchange);
          for (int i = 0; i < header.length; i += 2) {
            exchange.getResponseHeaders().add(header[i], header[i + 1]);
          }
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private void note(HttpExchange exchange) throws IOException {
    seen.add(
        new Seen(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8),
            exchange.getRequestHeaders().getFirst("Cookie"),
            exchange.getRemoteAddress().getPort()));
  }

  private HttpResponse<InputStream> send(HttpRequest request) {
    return setup.egress(HOST).send(request);
  }

  private static HttpRequest get(String tail) {
    return request(tail).build();
  }

  private static HttpRequest.Builder request(String tail) {
    return HttpRequest.newBuilder(URI.create("https://" + HOST + tail));
  }

  private static String text(HttpResponse<InputStream> answer) throws IOException {
    try (InputStream body = answer.body()) {
      return new String(body.readAllBytes(), UTF_8);
    }
  }

  private static byte[] bytes(int length) {
    return "x".repeat(length).getBytes(UTF_8);
  }
}
