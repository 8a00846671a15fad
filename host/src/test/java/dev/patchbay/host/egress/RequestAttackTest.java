package dev.patchbay.host.egress;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests to the right host that ask some server on the way to send them to another. */
class RequestAttackTest {

  private Attack attack;

  @BeforeEach
  void prepare() throws IOException {
    attack = new Attack();
    attack.setup.map = HostMap.parse(Attack.HOST + "=http://127.0.0.1:" + attack.inside.port());
  }

  @AfterEach
  void clean() throws IOException {
    attack.close();
  }

  @Test
  void should_send_nothing_when_the_host_header_names_another_host() throws IOException {
    header("Host", "inside.test");
  }

  @Test
  void should_send_nothing_when_a_header_holds_a_second_request() throws IOException {
    header("X-Name", "a\r\nHost: inside.test");
  }

  @Test
  void should_send_nothing_when_the_name_of_a_header_holds_a_second_one() throws IOException {
    header("X-Name\r\nHost", "inside.test");
  }

  @Test
  void should_send_nothing_when_the_length_is_not_the_true_one() throws IOException {
    header("Content-Length", "5");
  }

  @Test
  void should_send_nothing_when_the_encoding_hides_a_second_request() throws IOException {
    header("Transfer-Encoding", "chunked");
  }

  @Test
  void should_send_nothing_when_the_connection_shall_become_another() throws IOException {
    header("Upgrade", "h2c");
  }

  @Test
  void should_send_nothing_when_a_header_is_meant_for_a_proxy() throws IOException {
    header("Proxy-Authorization", "Basic x");
  }

  @Test
  void should_send_nothing_when_the_method_opens_a_tunnel() throws IOException {
    send("CONNECT", Map.of());
  }

  @Test
  void should_send_nothing_when_the_method_shows_the_credential_to_the_caller() throws IOException {
    send("TRACE", Map.of());
  }

  @Test
  void should_send_nothing_when_the_method_holds_a_second_request() throws IOException {
    send("GET /inside HTTP/1.1\r\nHost: inside.test\r\n\r\nGET", Map.of());
  }

  private void header(String name, String value) throws IOException {
    send("GET", Map.of(name, List.of(value)));
  }

  private void send(String method, Map<String, List<String>> headers) throws IOException {
    var request = new BareRequest(method, URI.create("https://api.service.test/"), headers);
    attack.assertRefused(() -> attack.setup.egress(Attack.HOST).send(request));
  }
}
