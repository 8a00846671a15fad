package dev.patchbay.host.egress;

import static dev.patchbay.host.egress.GateSetup.HOST;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real TLS connections to a host in a private network that the operator opened. */
class CheckedConnectionTest {

  @TempDir private Path folder;

  private final GateSetup setup = new GateSetup();
  private final AtomicInteger lookups = new AtomicInteger();
  private TlsService service;

  @BeforeEach
  void start() throws Exception {
    service = TlsService.start(folder, HOST);
    setup.tls = service.trust();
    setup.opened = OpenedHosts.parse(HOST + ":" + service.port());
    setup.limits =
        new EgressLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(9), 1000, 1000, 4);
    setup.lookup = host -> loopback();
  }

  @AfterEach
  void stop() throws Exception {
    setup.close();
    service.close();
  }

  @Test
  void should_connect_to_the_address_that_was_checked_when_the_name_changes_after_the_check()
      throws Exception {
    InetAddress elsewhere = InetAddress.getByName("169.254.169.254");
    setup.lookup =
        host -> lookups.getAndIncrement() == 0 ? loopback() : new InetAddress[] {elsewhere};

    assertThat(get(HOST)).isEqualTo("secure");
    assertThat(lookups).hasValue(1);
  }

  @Test
  void should_check_the_host_when_another_plugin_left_a_connection_open() throws Exception {
    assertThat(get(HOST)).isEqualTo("secure");

    assertThatThrownBy(
            () ->
                setup
                    .gate()
                    .http(Sender.plugin("other", List.of("other.test")))
                    .send(request(HOST)))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("is not among those that it declares");
    assertThat(setup.exchanges).hasSize(2);
  }

  @Test
  void should_not_talk_when_the_certificate_is_for_another_name() {
    setup.opened = OpenedHosts.parse("wrong.service.test:" + service.port());

    assertThatThrownBy(() -> setup.egress("wrong.service.test").send(request("wrong.service.test")))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("cannot be trusted");
  }

  @Test
  void should_not_talk_when_nobody_vouches_for_the_certificate() throws Exception {
    setup.tls = SSLContext.getDefault();

    assertThatThrownBy(() -> setup.egress(HOST).send(request(HOST)))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("cannot be trusted");
  }

  @Test
  void should_go_straight_when_the_jvm_is_told_of_a_proxy() throws Exception {
    try (var proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      System.setProperty("https.proxyHost", "127.0.0.1");
      System.setProperty("https.proxyPort", String.valueOf(proxy.getLocalPort()));
      System.setProperty("http.nonProxyHosts", "");
      assertThat(get(HOST)).isEqualTo("secure");
    } finally {
      System.clearProperty("https.proxyHost");
      System.clearProperty("https.proxyPort");
      System.clearProperty("http.nonProxyHosts");
    }
  }

  private String get(String host) throws Exception {
    try (InputStream body = setup.egress(host).send(request(host)).body()) {
      return new String(body.readAllBytes(), UTF_8);
    }
  }

  private HttpRequest request(String host) {
    return HttpRequest.newBuilder(URI.create("https://" + host + ":" + service.port() + "/"))
        .build();
  }

  private static InetAddress[] loopback() {
    return new InetAddress[] {InetAddress.getLoopbackAddress()};
  }
}
