package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class AddressesTest {
  @Test
  void should_refuse_a_port_when_another_program_listens_there() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Addresses.requireFree("127.0.0.1", other.getLocalPort()))
          .isInstanceOf(StartupProblem.class)
          .hasMessageContaining(String.valueOf(other.getLocalPort()));
    }
  }

  @Test
  void should_accept_a_port_when_nobody_listens_there() throws IOException {
    int port;
    try (ServerSocket probe = new ServerSocket(0)) {
      port = probe.getLocalPort();
    }

    assertThatCode(() -> Addresses.requireFree("127.0.0.1", port)).doesNotThrowAnyException();
  }

  @Test
  void should_refuse_an_address_when_it_belongs_to_another_machine() {
    assertThatThrownBy(() -> Addresses.requireFree("203.0.113.7", 8080))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("--bind 203.0.113.7");
  }
}
