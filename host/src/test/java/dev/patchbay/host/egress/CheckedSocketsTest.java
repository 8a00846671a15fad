package dev.patchbay.host.egress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.api.error.Rejected;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckedSocketsTest {

  private static final String HOST = "mail.service.test";

  private final GateSetup setup = new GateSetup();
  private RawService mail;

  @BeforeEach
  void listen() throws Exception {
    mail = RawService.start(socket -> RawService.write(socket, "220 ready"));
    setup.lookup = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
  }

  @AfterEach
  void stop() throws Exception {
    setup.close();
    mail.close();
  }

  @Test
  void should_connect_when_the_operator_opened_the_host() throws Exception {
    setup.opened = OpenedHosts.parse(HOST + ":" + mail.port());

    try (Socket socket = sockets().createSocket(HOST, mail.port())) {
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).isEqualTo("220 ready");
    }
  }

  @Test
  void should_connect_when_the_socket_is_connected_later() throws Exception {
    setup.opened = OpenedHosts.parse(HOST + ":" + mail.port());

    try (Socket socket = sockets().createSocket()) {
      socket.connect(InetSocketAddress.createUnresolved(HOST, mail.port()), 1000);
      assertThat(socket.isConnected()).isTrue();
    }
  }

  @Test
  void should_connect_to_the_simulated_service_when_the_host_is_mapped() throws Exception {
    setup.map = HostMap.parse(HOST + "=http://127.0.0.1:" + mail.port());

    try (Socket socket = sockets().createSocket(HOST, 465)) {
      assertThat(socket.getPort()).isEqualTo(mail.port());
    }
  }

  @Test
  void should_log_each_connection_and_each_refusal() throws Exception {
    int silent = portWithoutListener();
    setup.opened = OpenedHosts.parse(HOST + ":" + mail.port() + "," + HOST + ":" + silent);

    sockets().createSocket(HOST, mail.port()).close();
    assertThatThrownBy(() -> sockets().createSocket("other.test", 25)).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> sockets().createSocket(HOST, silent))
        .isInstanceOf(ConnectException.class);

    assertThat(setup.exchanges)
        .extracting(Exchange::method, Exchange::host, Exchange::path, Exchange::category)
        .containsExactly(
            tuple("TCP", HOST, ":" + mail.port(), ""),
            tuple("TCP", "other.test", ":25", "Rejected"),
            tuple("TCP", HOST, ":" + silent, "Unavailable"));
  }

  private static int portWithoutListener() throws IOException {
    try (var unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return unused.getLocalPort();
    }
  }

  @Test
  void should_not_connect_when_the_address_is_closed() {
    refused(() -> sockets().createSocket(HOST, mail.port()));
    refused(() -> sockets().createSocket(HOST, mail.port(), null, 0));
    refused(() -> connectLater(InetSocketAddress.createUnresolved(HOST, mail.port())));
  }

  @Test
  void should_not_connect_when_the_host_is_opened_for_another_port() {
    setup.opened = OpenedHosts.parse(HOST + ":25");

    refused(() -> sockets().createSocket(HOST, mail.port()));
  }

  @Test
  void should_not_connect_when_the_host_is_not_declared() {
    setup.opened = OpenedHosts.parse("other.test:" + mail.port());
    InetAddress loopback = InetAddress.getLoopbackAddress();

    refused(() -> sockets().createSocket("other.test", mail.port()));
    refused(() -> sockets().createSocket(loopback, mail.port()));
    refused(() -> sockets().createSocket(loopback, mail.port(), null, 0));
    refused(() -> connectLater(new InetSocketAddress(loopback, mail.port())));
  }

  private void connectLater(InetSocketAddress address) throws Exception {
    try (Socket socket = sockets().createSocket()) {
      socket.connect(address);
    }
  }

  private SocketFactory sockets() {
    return setup.gate().sockets(Sender.plugin("smtp", List.of(HOST)));
  }

  private void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable connect) {
    assertThatThrownBy(connect).isInstanceOf(Rejected.class);
    assertThat(mail.connects()).isZero();
  }
}
