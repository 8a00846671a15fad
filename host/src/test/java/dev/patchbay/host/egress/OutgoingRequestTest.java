package dev.patchbay.host.egress;

import static dev.patchbay.host.egress.GateSetup.HOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Rejected;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingRequestTest {

  private static final URI ADDRESS = URI.create("https://" + HOST + "/");

  @ParameterizedTest
  @CsvSource({
    "X-Name, 'a\r\nX-Other: b'",
    "X-Name, 'a\nb'",
    "X-Name, 'a\0b'",
    "'X-Na me', a",
    "'X-Name:', a",
    "'X-Name\r\nX-Other', a",
    "Host, inside.test",
    "hOsT, inside.test",
    "Content-Length, 5",
    "Transfer-Encoding, chunked",
    "Connection, upgrade",
    "Upgrade, h2c",
    "Expect, 100-continue",
    "Proxy-Authorization, Basic x"
  })
  void should_send_nothing_when_a_header_could_change_the_request(String name, String value)
      throws Exception {
    refused(new BareRequest("GET", ADDRESS, Map.of(name, List.of(value))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "TRACE", "get", "GET /evil HTTP/1.1\r\nX:", ""})
  void should_send_nothing_when_the_method_is_not_an_ordinary_one(String method) throws Exception {
    refused(new BareRequest(method, ADDRESS));
  }

  @Test
  void should_send_the_headers_when_they_are_ordinary() throws Exception {
    var heads = new java.util.concurrent.CopyOnWriteArrayList<String>();
    try (var service =
            RawService.start(
                socket -> {
                  heads.add(RawService.readRequest(socket));
                  RawService.write(socket, "HTTP/1.1 204 No Content\r\n\r\n");
                });
        var setup = GateSetup.mappedTo(service.port())) {
      var request =
          new BareRequest(
              "GET",
              ADDRESS,
              Map.of("Authorization", List.of("Bearer t"), "X-Two", List.of("a", "b")));

      assertThat(setup.egress(HOST).send(request).statusCode()).isEqualTo(204);
      assertThat(heads.get(0))
          .contains("Authorization: Bearer t\r\n", "X-Two: a\r\n", "X-Two: b\r\n")
          .contains("User-Agent: Patchbay\r\n")
          .doesNotContain("Upgrade", "Cookie");
    }
  }

  private static void refused(BareRequest request) throws Exception {
    try (var service = RawService.start(RawService::readRequest);
        var setup = GateSetup.mappedTo(service.port())) {
      assertThatThrownBy(() -> setup.egress(HOST).send(request)).isInstanceOf(Rejected.class);
      assertThat(service.connects()).isZero();
      assertThat(setup.exchanges)
          .singleElement()
          .satisfies(line -> assertThat(line.toString()).matches("[\\x20-\\x7e]+"));
    }
  }
}
