package dev.patchbay.host.egress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways of a socket past the checks of names and addresses. */
class SocketAttackTest {

  @TempDir private Path folder;
  private Attack attack;

  @BeforeEach
  void prepare() throws IOException {
    attack = new Attack();
  }

  @AfterEach
  void clean() throws IOException {
    attack.close();
  }

  @Test
  void should_not_connect_when_the_host_of_the_socket_is_private() throws IOException {
    attack.assertRefused(() -> sockets().createSocket(Attack.HOST, port()).close());
  }

  @Test
  void should_not_connect_when_the_host_of_the_socket_is_not_declared() throws IOException {
    attack
        .opened("inside.test")
        .assertRefused(() -> sockets().createSocket("inside.test", port()).close());
  }

  @Test
  void should_not_connect_when_the_socket_is_made_for_an_address() throws IOException {
    attack.assertRefused(() -> sockets().createSocket(loopback(), port()).close());
  }

  @Test
  void should_not_connect_when_the_socket_has_a_local_end() throws IOException {
    attack.assertRefused(() -> sockets().createSocket(Attack.HOST, port(), null, 0).close());
  }

  @Test
  void should_not_connect_when_an_address_is_given_with_a_local_end() throws IOException {
    attack.assertRefused(() -> sockets().createSocket(loopback(), port(), null, 0).close());
  }

  @Test
  void should_not_connect_when_a_loose_socket_is_connected_later() throws IOException {
    attack.assertRefused(() -> later(InetSocketAddress.createUnresolved(Attack.HOST, port()), 0));
  }

  @Test
  void should_not_connect_when_the_caller_resolved_the_name_to_the_inside() throws IOException {
    InetAddress lie = InetAddress.getByAddress(Attack.HOST, new byte[] {10, 0, 0, 1});

    attack.assertRefused(() -> later(new InetSocketAddress(lie, port()), 1000));
  }

  @Test
  void should_not_connect_when_the_address_is_a_file() throws IOException {
    var address = UnixDomainSocketAddress.of(folder.resolve("s"));
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address);

      attack.assertRefused(() -> later(address, 0));
    }
  }

  @Test
  void should_not_connect_when_the_opened_host_is_asked_for_on_another_port() throws IOException {
    attack.setup.opened = OpenedHosts.parse(Attack.HOST + ":25");

    attack.assertRefused(() -> sockets().createSocket(Attack.HOST, port()).close());
  }

  @Test
  void should_go_straight_when_the_jvm_is_told_of_a_socks_proxy() throws IOException {
    try (var mail = RawService.start(socket -> RawService.write(socket, "220 ready"))) {
      attack.setup.wire = checked -> checked;
      attack.setup.opened = OpenedHosts.parse(Attack.HOST + ":" + mail.port());
      var greeting = new AtomicReference<String>();
      Throwable failure = catchThrowable(() -> greeting.set(throughSocks(mail.port())));

      attack.inside.assertUntouched();
      assertThat(failure).isNull();
      assertThat(greeting).hasValue("220 ready");
    }
  }

  private String throughSocks(int port) throws IOException {
    System.setProperty("socksProxyHost", "127.0.0.1");
    System.setProperty("socksProxyPort", String.valueOf(port()));
    System.setProperty("socksNonProxyHosts", "");
    try (Socket socket = sockets().createSocket(Attack.HOST, port)) {
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    } finally {
      System.clearProperty("socksProxyHost");
      System.clearProperty("socksProxyPort");
      System.clearProperty("socksNonProxyHosts");
    }
  }

  private void later(SocketAddress address, int timeout) throws IOException {
    try (Socket socket = sockets().createSocket()) {
      socket.connect(address, timeout);
    }
  }

  private SocketFactory sockets() {
    return attack.setup.gate().sockets(Sender.plugin("smtp", List.of(Attack.HOST)));
  }

  private int port() {
    return attack.inside.port();
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }
}
