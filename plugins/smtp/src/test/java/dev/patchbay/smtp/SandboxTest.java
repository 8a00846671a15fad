package dev.patchbay.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.testkit.TestSockets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The plugin with the integration and the mailbox that the sandbox sets up for it. */
class SandboxTest {

  private static final String ADDRESS = "demo@sandbox.example";

  private final Sandbox sandbox = Sandbox.start(null, 0);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void should_tell_right_accounts_from_wrong_ones() {
    assertThat(office(ADDRESS, "sandbox").check().id()).isEqualTo(ADDRESS);
    assertThatThrownBy(() -> office(ADDRESS, "wrong").check())
        .isInstanceOf(ReauthorizationNeeded.class)
        .hasMessageContaining("535 5.7.8");
    assertThatThrownBy(() -> office("eve@sandbox.example", "sandbox").check())
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("550 5.7.60");
  }

  @Test
  void should_be_read_as_it_was_written() throws Exception {
    var sent =
        office(ADDRESS, "sandbox")
            .send(
                Map.of(
                    "to", java.util.List.of("Bob <bob@example.com>"),
                    "subject", "Grüße",
                    "text", "Grüß Gott",
                    "html", "<p>Grüß Gott</p>"));

    assertThat(control("/control/smtp/mails"))
        .contains("\"count\":1", "\"subject\":\"Grüße\"", sent.messageId());
    assertThat(control("/control/smtp/mails/1"))
        .contains("\"text\":\"Grüß Gott", "\"text\":\"<p>Grüß Gott</p>");
  }

  @Test
  void should_tell_apart_what_goes_wrong_on_purpose() throws Exception {
    var office = office(ADDRESS, "sandbox");

    assertThatThrownBy(() -> office.send(Office.hello("bob@example.com", "bounce@example.com")))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("bounce@example.com");
    assertThatThrownBy(() -> office.send(Office.hello("later@example.com")))
        .isInstanceOf(RateLimited.class);
    assertThat(control("/control/smtp/mails")).contains("\"count\":0");
    assertThatThrownBy(() -> office.send(Office.hello("drop@example.com")))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("may have been sent or not");
    assertThat(control("/control/smtp/mails")).contains("\"count\":1");
  }

  private Office office(String sender, String password) {
    var host = "smtp.sandbox.example";
    var address = new InetSocketAddress("127.0.0.1", sandbox.hosts().get(host).getPort());
    return new Office(
        TestSockets.to(Map.of(host, address)),
        settings(),
        Map.of("sender", sender, "username", ADDRESS, "password", password));
  }

  private Map<String, String> settings() {
    var integration =
        sandbox.integrations().stream()
            .filter(each -> each.get("plugin").equals("smtp"))
            .findFirst()
            .orElseThrow();
    return ((Map<?, ?>) integration.get("settings"))
        .entrySet().stream()
            .collect(
                Collectors.toMap(
                    each -> each.getKey().toString(), each -> each.getValue().toString()));
  }

  private String control(String path) throws IOException, InterruptedException {
    var address = URI.create("http://127.0.0.1:" + sandbox.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .body();
  }
}
