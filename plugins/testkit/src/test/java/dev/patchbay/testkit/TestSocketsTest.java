package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Rejected;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestSocketsTest {

  @Test
  void should_lead_to_the_mapped_server_when_the_host_is_declared() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var sockets =
          TestSockets.to(
              Map.of("mail.example.org", (InetSocketAddress) server.getLocalSocketAddress()));

      try (var socket = sockets.createSocket("mail.example.org", 25);
          var accepted = server.accept()) {
        accepted.getOutputStream().write(7);
        assertThat(socket.getInputStream().read()).isEqualTo(7);
      }
      assertThat(sockets.reached()).containsExactly("mail.example.org:25");
    }
  }

  @Test
  void should_refuse_when_the_host_is_not_declared() {
    var sockets = TestSockets.to(Map.of());

    assertThatThrownBy(() -> sockets.createSocket("mail.example.org", 25))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("mail.example.org");
  }

  @Test
  void should_not_find_the_host_when_it_is_mapped_to_an_unresolved_address() {
    var sockets =
        TestSockets.to(
            Map.of("gone.example.org", InetSocketAddress.createUnresolved("gone.example.org", 25)));

    assertThatThrownBy(() -> sockets.createSocket("gone.example.org", 25))
        .isInstanceOf(UnknownHostException.class);
  }
}
