package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** E-mail in a fresh start with the sandbox: connected by its form, checked, sent, and answered. */
@ExtendWith(SharedServer.class)
class SmtpIT {
  private static final String SENDER = "demo@sandbox.example";
  static final Map<String, Object> ACCOUNT = account("sandbox");

  private PatchbayServer server;
  private Crm crm;

  @BeforeEach
  void signIn(PatchbayServer running) {
    server = running;
    crm = new Crm(running);
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
        .containsExactly("sender", "username", "password", "imapUsername", "imapPassword");
    JsonNode wrong = browser.send(account("guessed-c4n4ry"));
    assertThat(wrong.path("message").textValue()).contains("does not accept");
    assertThat(wrong.toString()).doesNotContain("c4n4ry");
    JsonNode right = browser.send(ACCOUNT);
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

  @Test
  void should_send_a_message_once_however_often_it_is_asked_with_its_key() {
    String connection = connect();
    RestClient keyed = crm.rest().with("Idempotency-Key", "invoice-4711");
    Map<String, Object> mail = message("grace@sandbox.example", "Your invoice");

    List<Answer> answers =
        IntStream.range(0, 20)
            .mapToObj(call -> CompletableFuture.supplyAsync(() -> send(keyed, connection, mail)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers.stream().map(answer -> id(answer.json())).distinct()).hasSize(1);
    assertThat(sent("Your invoice")).isEqualTo(1);
    Answer other = send(keyed, connection, message("ada@sandbox.example", "Your invoice"));
    assertThat(other.status()).isEqualTo(409);
  }

  @Test
  void should_tell_the_words_of_a_server_that_refuses() {
    Answer answer = send(crm.rest(), connect(), message("bounce@sandbox.example", "To nobody"));

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.json().path("category").textValue()).isEqualTo("Rejected");
    assertThat(answer.json().path("detail").textValue()).contains("550");
  }

  @Test
  void should_not_repeat_what_may_have_been_sent() {
    String connection = connect();
    RestClient keyed = crm.rest().with("Idempotency-Key", "cut-off");
    Map<String, Object> mail = message("drop@sandbox.example", "Was it sent?");

    Answer first = send(keyed, connection, mail);
    Answer second = send(keyed, connection, mail);

    assertThat(first.status()).as(first.toString()).isEqualTo(504);
    assertThat(first.json().path("category").textValue()).isEqualTo("OutcomeUnknown");
    assertThat(second.json().path("detail")).isEqualTo(first.json().path("detail"));
    assertThat(sent("Was it sent?")).isEqualTo(1);
  }

  @Test
  void should_name_a_field_that_mail_does_not_have() {
    Answer answer =
        send(crm.rest(), connect(), Map.of("to", List.of("a@sandbox.example"), "colour", "red"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/field").textValue()).isEqualTo("colour");
  }

  @Test
  void should_read_the_answer_to_what_was_sent() {
    String connection = connect();
    crm.finishedRun(connection);
    Answer sent = send(crm.rest(), connection, message("answer@sandbox.example", "Any questions?"));
    String messageId = sent.json().at("/result/messageId").textValue();
    assertThat(messageId).as(sent.toString()).isNotBlank();

    JsonNode run = crm.pull(connection);

    assertThat(run.path("state").textValue()).as(run.toString()).isEqualTo("SUCCEEDED");
    JsonNode answer = answerTo(connection, messageId);
    assertThat(answer.at("/data/from").textValue()).isEqualTo("answer@sandbox.example");
    assertThat(answer.at("/data/subject").textValue()).isEqualTo("Re: Any questions?");
    assertThat(answer.at("/data/text").textValue()).isEqualTo("I read this at once.");
    assertThat(answer.path("collection").textValue()).isNotBlank();
    assertThat(crm.pull(connection).path("created").asInt()).isZero();
  }

  private JsonNode answerTo(String connection, String messageId) {
    JsonNode records = crm.rest().get("/connections/" + connection + "/records/message").json();
    for (JsonNode record : records.path("items")) {
      if (record.at("/data/thread").asText().equals(messageId)) {
        return record;
      }
    }
    throw new AssertionError("No answer to " + messageId + " in " + records);
  }

  private long sent(String subject) {
    return server.sandbox().mails().findValuesAsText("subject").stream()
        .filter(subject::equals)
        .count();
  }

  private String connect() {
    return crm.connectByForm(server, "smtp", ACCOUNT);
  }

  private static Answer send(RestClient client, String connection, Map<String, Object> mail) {
    return client.post("/connections/" + connection + "/actions/send-message", mail);
  }

  private static Map<String, Object> message(String to, String subject) {
    return Map.of("to", List.of(to), "subject", subject, "text", "Hello");
  }

  private static Map<String, Object> account(String password) {
    return Map.of("sender", SENDER, "username", SENDER, "password", password);
  }

  private JsonNode session() {
    return crm.rest()
        .post("/connect-sessions", Map.of("integrationId", crm.integration("smtp")))
        .json();
  }

  private FormBrowser open(JsonNode session) {
    return FormBrowser.open(server.url(), session.path("connectUrl").textValue());
  }

  private static String id(JsonNode of) {
    return of.path("id").textValue();
  }
}
