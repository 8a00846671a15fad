package dev.patchbay.host.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPatternTest {

  @ParameterizedTest
  @CsvSource({
    "api.service.test, api.service.test",
    "*.service.test, api.service.test",
    "*.service.test, a.b.service.test",
    "mailhog, mailhog",
    "10.0.0.5, 10.0.0.5",
    "xn--bcher-kva.example, xn--bcher-kva.example"
  })
  void should_cover_the_host(String pattern, String host) {
    assertThat(new HostPattern(pattern).covers(host)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "api.service.test, service.test",
    "api.service.test, api.service.test.evil.test",
    "*.service.test, service.test",
    "*.service.test, evilservice.test",
    "*.service.test, .service.test",
    "*.service.test, api.service.test."
  })
  void should_not_cover_the_host(String pattern, String host) {
    assertThat(new HostPattern(pattern).covers(host) && HostPattern.isHost(host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "*.test",
        "*.*.test",
        "api.*.test",
        "*api.service.test",
        "API.service.test",
        "https://api.service.test",
        "api.service.test:443",
        "api.service.test/",
        "api.service.test.",
        ".service.test",
        "a..b.test",
        "-a.test",
        "a-.test",
        "a_b.test",
        "bücher.example",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "127.1",
        "0177.0.0.1",
        "256.0.0.1",
        "01.02.03.04",
        "::1",
        "[::1]",
        "a b.test",
        ""
      })
  void should_refuse_the_pattern_and_name_it(String pattern) {
    assertThatThrownBy(() -> new HostPattern(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + pattern + "\"");
  }
}
