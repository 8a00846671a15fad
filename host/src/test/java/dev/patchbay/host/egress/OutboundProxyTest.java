package dev.patchbay.host.egress;

import static dev.patchbay.host.egress.GateSetup.HOST;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy that lets everything through to one service, whatever address it is told. */
@Timeout(30)
class OutboundProxyTest {

  private static final String PUBLIC = "8.8.8.8";

  private static TlsService service;

  private final GateSetup setup = new GateSetup();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private String answer = "HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n";
  private RawService proxy;

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    service = TlsService.start(folder, HOST);
  }

  @AfterAll
  static void end() throws Exception {
    service.close();
  }

  @BeforeEach
  void start() throws Exception {
    proxy = RawService.start(this::serve);
    setup.tls = service.trust();
    setup.limits =
        new EgressLimits(
            Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), 1000, 1000, 4);
    setup.proxy = OutboundProxy.parse("http://gate:hush@127.0.0.1:" + proxy.port());
    names(PUBLIC);
  }

  @AfterEach
  void stop() throws Exception {
    setup.close();
    proxy.close();
  }

  @Test
  void should_go_through_the_proxy_when_the_address_is_public() throws Exception {
    assertThat(get("https://" + HOST + "/")).isEqualTo("secure");

    assertThat(heads)
        .singleElement()
        .satisfies(
            head ->
                assertThat(head)
                    .startsWith("CONNECT 8.8.8.8:443 HTTP/1.1\r\nHost: 8.8.8.8:443\r\n")
                    .contains("Proxy-Authorization: Basic Z2F0ZTpodXNo\r\n")
                    .doesNotContain(Inside.CREDENTIAL));
  }

  @Test
  void should_tell_the_proxy_the_checked_address_and_not_the_name() throws Exception {
    names("2001:4860:4860::8888");
    get("https://" + HOST + ":8443/");

    if (heads.get(0).contains(HOST)) {
      throw new AssertionError("let through: the proxy was told the name: " + heads);
    }
    assertThat(heads.get(0)).startsWith("CONNECT [2001:4860:4860:0:0:0:0:8888]:8443 HTTP/1.1\r\n");
  }

  @Test
  void should_not_ask_the_proxy_when_the_name_leads_to_a_private_address() throws Exception {
    names("10.0.0.1");

    Throwable refusal = catchThrowable(() -> get("https://" + HOST + "/"));
    if (!heads.isEmpty()) {
      throw new AssertionError("let through: the proxy was asked for " + heads);
    }
    assertThat(refusal).isInstanceOf(Rejected.class);
  }

  @Test
  void should_go_straight_when_the_operator_opened_the_host() throws Exception {
    names("127.0.0.1");
    setup.opened = OpenedHosts.parse(HOST + ":" + service.port());

    assertThat(get("https://" + HOST + ":" + service.port() + "/")).isEqualTo("secure");
    assertThat(heads).isEmpty();
  }

  @Test
  void should_go_straight_when_the_host_is_simulated() throws Exception {
    setup.lookup = InetAddress::getAllByName;
    try (var simulated =
        RawService.start(
            socket -> {
              RawService.readRequest(socket);
              RawService.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            })) {
      setup.map = HostMap.parse(HOST + "=http://127.0.0.1:" + simulated.port());
      assertThat(get("https://" + HOST + "/")).isEqualTo("ok");
    }
    assertThat(heads).isEmpty();
  }

  @Test
  void should_carry_mail_too() throws Exception {
    try (Socket socket =
        setup.gate().sockets(Sender.plugin("smtp", List.of(HOST))).createSocket(HOST, 465)) {
      assertThat(socket.isConnected()).isTrue();
    }
    assertThat(heads.get(0)).startsWith("CONNECT 8.8.8.8:465 HTTP/1.1\r\n");
  }

  @Test
  void should_say_that_it_was_the_proxy_when_it_refuses() {
    answer = "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n";

    assertThatThrownBy(() -> get("https://" + HOST + "/"))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("the proxy 127.0.0.1:" + proxy.port())
        .hasMessageContaining("407 Proxy Authentication Required")
        .hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SSH-2.0-OpenSSH_9.2\r\n\r\n", "HTTP/1.1 200 OK\r\nNever: ending"})
  void should_be_unavailable_when_the_proxy_makes_no_sense(String words) {
    answer = words;

    assertThatThrownBy(() -> get("https://" + HOST + "/"))
        .isInstanceOf(Unavailable.class)
        .hasMessageMatching(".*(the proxy|did not answer in time|was cut off).*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy.test:3128",
        "https://gate:hush@proxy.test:3128",
        "http://gate:hush@proxy.test",
        "http://gate:hush@proxy.test:0",
        "http://gate:hush@proxy.test:3128/path",
        "http://gate:hush@proxy.test:3128?x=1",
        "http://gate:hu sh@proxy.test:3128",
        "socks5://gate:hush@proxy.test:1080"
      })
  void should_refuse_the_setting_without_repeating_its_password_when_it_is(String text) {
    assertThatThrownBy(() -> OutboundProxy.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("patchbay.egress.proxy")
        .hasMessageNotContaining("hush")
        .hasNoCause();
  }

  @Test
  void should_show_no_password() {
    assertThat(OutboundProxy.parse("http://gate:hush@proxy.test:3128"))
        .hasToString("proxy.test:3128");
    assertThat(OutboundProxy.parse("")).hasToString("none");
  }

  private void serve(Socket client) throws Exception {
    heads.add(RawService.readRequest(client));
    RawService.write(client, answer);
    if (!answer.startsWith("HTTP/1.1 200 Connection")) {
      client.getInputStream().read();
      return;
    }
    try (var upstream = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      var back = new Thread(() -> copy(upstream, client), "proxy-back");
      back.setDaemon(true);
      back.start();
      copy(client, upstream);
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side hung up, and so the way is closed.
    }
  }

  private void names(String address) throws IOException {
    InetAddress found = InetAddress.getByName(address);
    setup.lookup = host -> new InetAddress[] {found};
  }

  private String get(String address) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(address)).header("X-Api-Key", Inside.CREDENTIAL).build();
    try (InputStream body = setup.egress(HOST).send(request).body()) {
      return new String(body.readAllBytes(), UTF_8);
    }
  }
}
