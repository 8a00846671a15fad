package dev.patchbay.host.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostMapTest {

  @Test
  void should_prepend_the_base_when_the_host_is_mapped() {
    var map =
        HostMap.parse(
            "www.service.test=http://127.0.0.1:8081/www.service.test,"
                + " accounts.service.test=http://localhost:8081/accounts/");

    assertThat(map.isActive()).isTrue();
    assertThat(map.publicAddress(URI.create("https://accounts.service.test/o/auth?a=b%20c#x")))
        .hasToString("http://localhost:8081/accounts/o/auth?a=b%20c#x");
    assertThat(map.publicAddress(URI.create("https://www.service.test/v3")))
        .hasToString("http://127.0.0.1:8081/www.service.test/v3");
  }

  @Test
  void should_leave_the_address_alone_when_the_host_is_not_mapped() {
    var address = URI.create("https://other.test/v3?x=1");

    assertThat(HostMap.parse("www.service.test=http://127.0.0.1:8081").publicAddress(address))
        .isEqualTo(address);
    assertThat(HostMap.parse("").isActive()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "www.service.test=http://10.0.0.1:8081/",
        "www.service.test=http://example.com:8081/",
        "www.service.test=http://localhost.example.com:8081/",
        "www.service.test=http://127.0.0.1.example.com:8081/",
        "www.service.test=http://2130706433:8081/",
        "www.service.test=http://0.0.0.0:8081/",
        "www.service.test=http://169.254.169.254:80/",
        "www.service.test=http://user@127.0.0.1:8081/",
        "www.service.test=https://127.0.0.1:8081/",
        "www.service.test=file:///etc/passwd",
        "www.service.test=http://127.0.0.1/",
        "www.service.test=:",
        "www.service.test=",
        "www.service.test",
        "=http://127.0.0.1:8081/",
        "*.service.test=http://127.0.0.1:8081/",
        "WWW.service.test=http://127.0.0.1:8081/",
        "a.test=http://127.0.0.1:1/,a.test=http://127.0.0.1:2/"
      })
  void should_refuse_the_entry_and_name_it_when_it_is(String entry) {
    assertThatThrownBy(() -> HostMap.parse(entry))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "patchbay.egress.hosts: the entry \""
                + entry.split(",")[0].substring(0, Math.min(6, entry.length())));
  }
}
