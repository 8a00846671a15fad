package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E-mail in a fresh start with the sandbox: connected by its form, and checked. */
class SmtpIT {
  private static final String SENDER = "demo@sandbox.example";

  @TempDir static Path folder;

  private static PatchbayServer server;
  private static Crm crm;

  @BeforeAll
  static void start() {
    server = PatchbayServer.in(folder).withSandbox().start();
    crm = new Crm(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void should_stand_in_the_catalogue_with_what_can_be_done() {
    JsonNode plugin = crm.rest().get("/plugins/smtp").json();

    assertThat(plugin.path("state").textValue()).as(plugin.toString()).isEqualTo("READY");
    assertThat(plugin.at("/actions/0/name").textValue()).isEqualTo("send-message");
  }

  @Test
  void should_connect_with_what_a_person_types_in_and_check_it() {
    JsonNode session = session();
    FormBrowser browser = open(session);

    assertThat(browser.shown().path("fields").findValuesAsText("name"))
        .containsExactly("sender", "username", "password");
    JsonNode wrong = browser.send(account("guessed-c4n4ry"));
    assertThat(wrong.path("message").textValue()).contains("does not accept");
    assertThat(wrong.toString()).doesNotContain("c4n4ry");
    JsonNode right = browser.send(account("sandbox"));
    assertThat(right.path("page").textValue()).as(right.toString()).isEqualTo("connected");

    JsonNode ended = crm.rest().get("/connect-sessions/" + id(session)).json();
    String connection = ended.path("connectionId").textValue();
    Answer checked = crm.rest().post("/connections/" + connection + "/check", Map.of());
    assertThat(checked.status()).as(checked.toString()).isEqualTo(200);
    assertThat(checked.json().path("state").textValue()).isEqualTo("ACTIVE");
    assertThat(checked.json().at("/account/id").textValue()).isEqualTo(SENDER);
  }

  @Test
  void should_not_connect_when_the_server_does_not_let_them_send_as_somebody_else() {
    JsonNode session = session();

    JsonNode answer =
        open(session)
            .send(
                Map.of("sender", "eve@sandbox.example", "username", SENDER, "password", "sandbox"));

    assertThat(answer.path("message").textValue()).contains("does not accept");
    assertThat(crm.rest().get("/connect-sessions/" + id(session)).json().path("state").textValue())
        .isEqualTo("OPEN");
  }

  private static Map<String, Object> account(String password) {
    return Map.of("sender", SENDER, "username", SENDER, "password", password);
  }

  private static JsonNode session() {
    return crm.rest()
        .post("/connect-sessions", Map.of("integrationId", crm.integration("smtp")))
        .json();
  }

  private static FormBrowser open(JsonNode session) {
    return FormBrowser.open(server.url(), session.path("connectUrl").textValue());
  }

  private static String id(JsonNode of) {
    return of.path("id").textValue();
  }
}
