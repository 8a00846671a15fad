package dev.patchbay.host.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1,2001:db8:1:2:ffff:ffff:ffff:ffff",
    "2001:db8:1:2::1,2001:0DB8:0001:0002:0::1",
    "fe80::1,fe80::2%eth0",
    "::ffff:192.0.2.1,192.0.2.1",
    "192.0.2.1,192.0.2.1"
  })
  void should_count_as_one_who_may_be_one(String address, String other) {
    assertThat(ClientNetwork.of(address)).isEqualTo(ClientNetwork.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1,2001:db8:1:3::1",
    "192.0.2.1,192.0.2.2",
    "::ffff:192.0.2.1,::ffff:192.0.2.2"
  })
  void should_count_apart_who_are_two(String address, String other) {
    assertThat(ClientNetwork.of(address)).isNotEqualTo(ClientNetwork.of(other));
  }

  @Test
  void should_leave_what_is_no_address() {
    assertThat(ClientNetwork.of("unknown")).isEqualTo("unknown");
    assertThat(ClientNetwork.of("no:address")).isEqualTo("no:address");
  }
}
