package dev.patchbay.host.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.problem.StartupRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is believed about where a request comes from. */
class ClientAddressTest {
  private static final String WORD = "only-this-process";
  private static final String BROWSER = "203.0.113.7";

  @Test
  void should_be_the_peer_when_nobody_is_trusted() {
    assertThat(common("").of(request("198.51.100.1", "X-Forwarded-For", BROWSER)))
        .isEqualTo("198.51.100.1");
  }

  @Test
  void should_be_what_the_proxy_says_when_it_is_trusted() {
    assertThat(common("10.0.0.0/8").of(request("10.1.2.3", "X-Forwarded-For", BROWSER)))
        .isEqualTo(BROWSER);
  }

  @Test
  void should_be_the_last_stranger_when_the_client_made_up_some_more() {
    assertThat(
            common("10.0.0.0/8")
                .of(request("10.1.2.3", "X-Forwarded-For", "127.0.0.1, 10.9.9.9, " + BROWSER)))
        .isEqualTo(BROWSER);
  }

  @Test
  void should_go_back_along_all_proxies_when_there_are_several() {
    assertThat(
            common("10.0.0.0/8, 192.0.2.7")
                .of(request("192.0.2.7", "X-Forwarded-For", BROWSER + ", 10.1.2.3")))
        .isEqualTo(BROWSER);
  }

  @Test
  void should_read_several_lines_as_one_when_proxies_add_theirs() {
    assertThat(common("10.0.0.0/8").of(request("10.1.2.3", "X-Forwarded-For", BROWSER, "10.4.5.6")))
        .isEqualTo(BROWSER);
  }

  @ParameterizedTest
  @CsvSource({
    "for=203.0.113.7;proto=https;by=10.0.0.1, 203.0.113.7",
    "For=\"203.0.113.7:4711\", 203.0.113.7",
    "proto=https;for=\"[2001:db8::1]:4711\", 2001:db8::1",
    "for=192.0.2.60;proto=http, 192.0.2.60"
  })
  void should_read_the_standard_header_when_that_is_chosen(String value, String client) {
    assertThat(standard("10.0.0.1").of(request("10.0.0.1", "Forwarded", value))).isEqualTo(client);
  }

  @ParameterizedTest
  @ValueSource(strings = {"for=unknown", "for=_hidden", "proto=https", ""})
  void should_not_take_the_proxy_for_the_client_of_nobody_else(String value) {
    assertThat(standard("10.0.0.1").of(request("10.0.0.1", "Forwarded", value)))
        .isNotEqualTo(BROWSER)
        .isIn("10.0.0.1", "unknown", "_hidden");
  }

  @Test
  void should_ignore_the_header_that_was_not_chosen() {
    assertThat(common("10.0.0.1").of(request("10.0.0.1", "Forwarded", "for=" + BROWSER)))
        .isEqualTo("10.0.0.1");
    assertThat(standard("10.0.0.1").of(request("10.0.0.1", "X-Forwarded-For", BROWSER)))
        .isEqualTo("10.0.0.1");
  }

  @Test
  void should_be_the_browser_when_the_console_asks() {
    assertThat(
            common("")
                .of(
                    request(
                        "127.0.0.1",
                        Map.of(
                            "X-Forwarded-For", List.of("8.8.8.8, " + BROWSER),
                            "X-Patchbay-Console", List.of(WORD)))))
        .isEqualTo(BROWSER);
  }

  @Test
  void should_be_the_machine_when_another_program_poses_as_the_console() {
    assertThat(
            common("")
                .of(
                    request(
                        "127.0.0.1",
                        Map.of(
                            "X-Forwarded-For", List.of(BROWSER),
                            "X-Patchbay-Console", List.of("a guess")))))
        .isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.128, true",
    "192.0.2.7, 192.0.2.7, true",
    "fd00::/8, fd12::1, true",
    "fd00::/8, 10.0.0.1, false",
    "0.0.0.0/0, 203.0.113.7, true",
    "::1, ::1, true",
    "10.0.0.0/8, localhost, false",
    "10.0.0.0/8, '', false"
  })
  void should_know_a_range_by_its_leading_bits(String range, String address, boolean inside) {
    assertThat(new TrustedProxies(Optional.of(range)).contain(address)).isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"proxy.example.com", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129"})
  void should_refuse_to_start_when_a_range_is_none(String range) {
    assertThatThrownBy(() -> new TrustedProxies(Optional.of(range)))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining(range)
        .hasMessageContaining("--trusted-proxies");
  }

  @Test
  void should_refuse_to_start_when_the_header_is_unknown() {
    assertThatThrownBy(() -> new ForwardedHeader("X-Real-IP"))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("X-Real-IP");
  }

  private static ClientAddress common(String proxies) {
    return of(proxies, "X-Forwarded-For");
  }

  private static ClientAddress standard(String proxies) {
    return of(proxies, "Forwarded");
  }

  private static ClientAddress of(String proxies, String header) {
    return new ClientAddress(
        new TrustedProxies(Optional.of(proxies)), new ForwardedHeader(header), Optional.of(WORD));
  }

  private static HttpServletRequest request(String peer, String header, String... lines) {
    return request(peer, Map.of(header, List.of(lines)));
  }

  /** As much of a request as an address takes. */
  private static HttpServletRequest request(String peer, Map<String, List<String>> headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ClientAddressTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> peer;
                  case "getHeaders" ->
                      Collections.enumeration(headers.getOrDefault(arguments[0], List.of()));
                  case "getHeader" ->
                      headers.getOrDefault(arguments[0], List.of()).stream()
                          .findFirst()
                          .orElse(null);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
