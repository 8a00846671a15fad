package dev.patchbay.host.egress;

import static dev.patchbay.host.egress.GateSetup.HOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What services do to their clients, each over a real socket. */
@Timeout(20)
class ServiceFaultTest {

  private static final String HEAD = "HTTP/1.1 200 OK\r\n";

  @Test
  void should_be_unavailable_when_nothing_listens() throws IOException {
    int port;
    try (var unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = unused.getLocalPort();
    }
    try (var setup = GateSetup.mappedTo(port)) {
      assertThatThrownBy(() -> setup.egress(HOST).send(request()))
          .isInstanceOf(Unavailable.class)
          .hasMessage("The host " + HOST + " accepts no connection");
    }
  }

  @Test
  void should_be_unavailable_when_the_name_is_not_found() {
    try (var setup = new GateSetup()) {
      setup.lookup =
          host -> {
            throw new UnknownHostException(host);
          };
      assertThatThrownBy(() -> setup.egress(HOST).send(request()))
          .isInstanceOf(Unavailable.class)
          .hasMessage("The host " + HOST + " is not found");
      assertThat(setup.exchanges).hasSize(1);
      assertThat(setup.exchanges.get(0).status()).isZero();
    }
  }

  @Test
  void should_be_unavailable_when_the_service_hangs_up_without_a_word() throws IOException {
    fails(socket -> RawService.readRequest(socket), "broke off the exchange");
  }

  @Test
  void should_be_unavailable_when_the_service_resets_the_connection() throws IOException {
    fails(
        socket -> {
          RawService.readRequest(socket);
          RawService.reset(socket);
        },
        "broke off the exchange");
  }

  @Test
  void should_be_unavailable_when_the_service_never_answers() throws IOException {
    failsInTime(ServiceFaultTest::hold, "did not answer in time|was cut off");
  }

  @Test
  void should_be_unavailable_when_the_head_drips() throws IOException {
    failsInTime(socket -> drip(socket, HEAD + "X-Padding: "), "was cut off after");
  }

  @Test
  void should_be_unavailable_when_the_answer_is_not_http() throws IOException {
    fails(
        socket -> {
          RawService.readRequest(socket);
          RawService.write(socket, "220 mail.example.com ESMTP\r\n\r\n");
        },
        "answered with something that is not HTTP|broke off");
  }

  @Test
  void should_be_unavailable_when_the_head_never_ends() throws IOException {
    fails(
        socket -> {
          RawService.readRequest(socket);
          RawService.write(socket, HEAD);
          for (int i = 0; i < 1_000_000; i++) {
            RawService.write(socket, "X-Header-" + i + ": x\r\n");
          }
        },
        "answered with something that is not HTTP");
  }

  @Test
  void should_be_unavailable_when_one_header_never_ends() throws IOException {
    fails(
        socket -> {
          RawService.readRequest(socket);
          RawService.write(socket, HEAD + "X-Long: ");
          for (int i = 0; i < 1_000; i++) {
            RawService.write(socket, "x".repeat(1_000));
          }
        },
        "answered with something that is not HTTP");
  }

  @Test
  void should_be_unavailable_when_the_body_breaks_off() throws IOException {
    failsInBody(
        socket -> RawService.write(socket, HEAD + "Content-Length: 100\r\n\r\nhalf"),
        "broke off the exchange|not HTTP");
  }

  @Test
  void should_be_unavailable_when_the_connection_is_reset_in_the_body() throws IOException {
    failsInBody(
        socket -> {
          RawService.write(socket, HEAD + "Content-Length: 100\r\n\r\nhalf");
          RawService.reset(socket);
        },
        "broke off the exchange|not HTTP");
  }

  @Test
  void should_be_unavailable_when_a_chunk_is_broken() throws IOException {
    failsInBody(
        socket -> RawService.write(socket, HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhi"),
        "not HTTP|broke off");
  }

  @Test
  void should_be_unavailable_when_the_body_drips() throws IOException {
    failsInBodyInTime(
        socket -> drip(socket, HEAD + "Content-Length: 100000\r\n\r\n"), "was cut off after");
  }

  @Test
  void should_be_unavailable_when_the_body_stands_still() throws IOException {
    failsInBodyInTime(
        socket -> {
          RawService.write(socket, HEAD + "Content-Length: 100\r\n\r\nhalf");
          hold(socket);
        },
        "did not answer in time|was cut off");
  }

  @Test
  void should_not_wait_for_the_rest_when_the_caller_closes_a_dripping_body() throws IOException {
    try (var service =
            RawService.start(
                socket -> {
                  RawService.readRequest(socket);
                  drip(socket, HEAD + "Content-Length: 100000\r\n\r\nx");
                });
        var setup = GateSetup.mappedTo(service.port())) {
      InputStream body = setup.egress(HOST).send(request()).body();
      assertThat(body.read()).isEqualTo('x');
      long start = System.nanoTime();
      body.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void should_honour_the_timeout_of_the_request_when_it_is_shorter() throws IOException {
    try (var service = RawService.start(ServiceFaultTest::hold);
        var setup = GateSetup.mappedTo(service.port())) {
      var hurried =
          HttpRequest.newBuilder(URI.create("https://" + HOST + "/"))
              .timeout(Duration.ofMillis(50))
              .build();
      assertThatThrownBy(() -> setup.egress(HOST).send(hurried)).isInstanceOf(Unavailable.class);
      assertThat(setup.exchanges.get(0).time()).isBetween(millis(50), Duration.ofSeconds(5));
    }
  }

  @Test
  void should_be_unavailable_when_all_connections_to_the_server_are_in_use() throws IOException {
    try (var service =
            RawService.start(
                socket -> {
                  RawService.readRequest(socket);
                  RawService.write(socket, HEAD + "Content-Length: 100\r\n\r\nx");
                  hold(socket);
                });
        var setup = GateSetup.mappedTo(service.port())) {
      setup.limits =
          new EgressLimits(millis(9000), millis(300), Duration.ofSeconds(10), 1000, 1000, 2);
      setup.egress(HOST).send(request());
      setup.egress(HOST).send(request());
      assertThatThrownBy(() -> setup.egress(HOST).send(request()))
          .isInstanceOf(Unavailable.class)
          .hasMessageMatching(".*(busy|was cut off).*");
      assertThat(service.connects()).isEqualTo(2);
    }
  }

  private static void fails(RawService.Conversation conversation, String why) throws IOException {
    try (var service = RawService.start(conversation);
        var setup = GateSetup.mappedTo(service.port())) {
      assertFails(service, setup, why);
    }
  }

  private static void failsInTime(RawService.Conversation conversation, String why)
      throws IOException {
    try (var service = RawService.start(conversation);
        var setup = GateSetup.mappedTo(service.port()).hurried()) {
      assertFails(service, setup, why);
    }
  }

  private static void failsInBody(RawService.Conversation answer, String why) throws IOException {
    try (var service = RawService.start(afterRequest(answer));
        var setup = GateSetup.mappedTo(service.port())) {
      assertFailsInBody(setup, why);
    }
  }

  private static void failsInBodyInTime(RawService.Conversation answer, String why)
      throws IOException {
    try (var service = RawService.start(afterRequest(answer));
        var setup = GateSetup.mappedTo(service.port())) {
      setup.limits = new EgressLimits(millis(2000), millis(9000), millis(600), 1000, 1_000_000, 2);
      assertFailsInBody(setup, why);
    }
  }

  /** One failure is one exchange and one connection: nothing is repeated behind the caller. */
  private static void assertFails(RawService service, GateSetup setup, String why) {
    assertThatThrownBy(() -> setup.egress(HOST).send(request()))
        .isInstanceOf(Unavailable.class)
        .hasMessageMatching("The host " + HOST + " .*(" + why + ").*");
    assertThat(service.connects()).isEqualTo(1);
    assertThat(setup.exchanges).hasSize(1);
  }

  private static void assertFailsInBody(GateSetup setup, String why) {
    InputStream body = setup.egress(HOST).send(request()).body();
    assertThatThrownBy(body::readAllBytes)
        .isInstanceOf(Unavailable.class)
        .hasMessageMatching("The host " + HOST + " .*(" + why + ").*");
    assertThat(setup.exchanges).hasSize(1);
    assertThat(setup.exchanges.get(0).status()).isEqualTo(200);
  }

  private static RawService.Conversation afterRequest(RawService.Conversation answer) {
    return socket -> {
      RawService.readRequest(socket);
      answer.hold(socket);
    };
  }

  /** Keeps the connection open until the other side gives up. */
  private static void hold(Socket socket) throws IOException {
    while (socket.getInputStream().read() >= 0) {
      // Whatever is sent is not answered.
    }
  }

  private static void drip(Socket socket, String start) throws Exception {
    RawService.write(socket, start);
    var never = new CountDownLatch(1);
    while (!never.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
      RawService.write(socket, "x");
    }
  }

  private static HttpRequest request() {
    return HttpRequest.newBuilder(URI.create("https://" + HOST + "/v1")).build();
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
