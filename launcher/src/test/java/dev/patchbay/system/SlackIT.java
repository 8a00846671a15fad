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

/** Slack in a fresh start with the sandbox: connected, read, written to, and failing. */
@ExtendWith(SharedServer.class)
class SlackIT {
  private PatchbayServer server;
  private Crm crm;

  @BeforeEach
  void signIn(PatchbayServer running) {
    server = running;
    crm = new Crm(running);
  }

  @Test
  void should_bring_people_and_channels_and_follow_what_becomes_of_them() {
    String team = "T0DIRECTORY";
    String connection = connect(team);

    JsonNode account = crm.rest().get("/connections/" + connection).json().path("account");
    assertThat(account.path("id").textValue()).isEqualTo(team);
    assertThat(names(connection, "contact", "/data/name/full"))
        .contains("Ada Lovelace", "Jonas Brückner", "Mei Tanaka")
        .doesNotContain("Olga Former");
    assertThat(names(connection, "slack-channel", "/data/name"))
        .containsExactlyInAnyOrder("general", "sales", "random", "old-project");

    String mei = idOf(team, "users", "real_name", "Mei Tanaka");
    server.sandbox().changeInWorkspace(team, "users", mei, Map.of("deleted", true));
    String sales = idOf(team, "channels", "name", "sales");
    server.sandbox().changeInWorkspace(team, "channels", sales, Map.of("name", "deals"));
    pullBoth(connection);

    assertThat(names(connection, "contact", "/data/name/full")).doesNotContain("Mei Tanaka");
    assertThat(names(connection, "slack-channel", "/data/name")).contains("deals");
    JsonNode idle = crm.sync(connection, Map.of("direction", "pull", "type", "contact"));
    assertThat(idle.path("success").booleanValue()).as(idle.toString()).isTrue();
    assertThat(idle.path("updated").intValue() + idle.path("created").intValue()).isZero();
  }

  @Test
  void should_send_a_message_once_however_often_it_is_asked_with_its_key() {
    String team = "T0ONCE";
    String connection = connect(team);
    RestClient keyed = crm.rest().with("Idempotency-Key", "slack-4711");
    Map<String, Object> message = message("ada@sandbox.example", "Your deal is won");

    List<Answer> answers =
        IntStream.range(0, 20)
            .mapToObj(
                call ->
                    CompletableFuture.supplyAsync(
                        () -> act(keyed, connection, "send-message", message)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers.stream().map(answer -> answer.json().path("id")).distinct()).hasSize(1);
    assertThat(texts(team)).containsExactly("Your deal is won");
    JsonNode result = answers.get(0).json().path("result");
    Answer changed =
        act(
            crm.rest(),
            connection,
            "update-message",
            Map.of("messageId", result.path("messageId").textValue(), "text", "Won!"));
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(texts(team)).containsExactly("Won!");
  }

  @Test
  void should_tell_in_words_what_slack_refuses_and_name_the_field() {
    String connection = connect("T0WORDS");

    Answer unknown = act(crm.rest(), connection, "send-message", message("C0NOTHERE01", "x"));
    assertThat(unknown.status()).isEqualTo(502);
    assertThat(unknown.json().path("category").textValue()).isEqualTo("Rejected");
    assertThat(unknown.json().path("detail").textValue())
        .contains("channel_not_found", "\"to\"", "invite the app");
    Answer wrong = act(crm.rest(), connection, "send-message", message("the sales team", "x"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().path("detail").textValue()).contains("\"to\"");
  }

  @Test
  void should_wait_as_long_as_slack_asks_and_then_send() {
    String team = "T0WAIT";
    String connection = connect(team);
    server
        .sandbox()
        .strike(
            Map.of(
                "path",
                "/slack.com/api/chat.postMessage",
                "fault",
                "status",
                "status",
                429,
                "retryAfter",
                "2"));
    long start = System.nanoTime();

    Answer sent = act(crm.rest(), connection, "send-message", message("#sales", "Patience"));

    assertThat(sent.status()).as(sent.toString()).isEqualTo(200);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(2_000_000_000L);
    assertThat(texts(team)).containsExactly("Patience");
  }

  @Test
  void should_not_repeat_what_slack_may_have_done() {
    String team = "T0UNKNOWN";
    String connection = connect(team);
    Map<String, Object> message = message("#sales", "Was it sent?");
    server
        .sandbox()
        .setUpSlack(
            "POST",
            "errors",
            Map.of("method", "chat.postMessage", "error", "fatal_error", "after", true));
    RestClient keyed = crm.rest().with("Idempotency-Key", "slack-unknown");

    Answer first = act(keyed, connection, "send-message", message);
    Answer second = act(keyed, connection, "send-message", message);

    assertThat(first.status()).as(first.toString()).isEqualTo(504);
    assertThat(second.json().path("detail")).isEqualTo(first.json().path("detail"));
    assertThat(texts(team)).containsExactly("Was it sent?");
  }

  @Test
  void should_use_each_refresh_token_once_and_go_on_when_a_token_ended_early() {
    String team = "T0ROTATE";
    server.sandbox().setUpSlack("PUT", "token-rotation", Map.of("on", true));
    try {
      String connection = connect(team);
      for (int i = 0; i < 3; i++) {
        server.sandbox().setUpSlack("POST", "access-tokens/expire", Map.of("account", team));
        Answer sent = act(crm.rest(), connection, "send-message", message("#sales", "No. " + i));
        assertThat(sent.status()).as(sent.toString()).isEqualTo(200);
      }
      assertThat(texts(team)).containsExactlyInAnyOrder("No. 0", "No. 1", "No. 2");
      assertThat(state(connection)).isEqualTo("ACTIVE");
    } finally {
      server.sandbox().setUpSlack("PUT", "token-rotation", Map.of("on", false));
    }
  }

  @Test
  void should_want_a_person_when_the_app_was_removed_from_the_workspace() {
    String team = "T0REMOVED";
    String connection = connect(team);
    server.sandbox().setUpSlack("POST", "grants/revoke", Map.of("account", team));

    Answer refused = act(crm.rest(), connection, "send-message", message("#sales", "x"));

    assertThat(refused.json().path("category").textValue()).isEqualTo("ReauthorizationNeeded");
    assertThat(state(connection)).isEqualTo("NEEDS_REAUTH");
  }

  private String connect(String team) {
    server.sandbox().addWorkspace(team);
    String connection = crm.connect("slack", team);
    crm.finishedRun(connection);
    pullBoth(connection);
    return connection;
  }

  private void pullBoth(String connection) {
    for (String type : List.of("contact", "slack-channel")) {
      JsonNode run = crm.sync(connection, Map.of("direction", "pull", "type", type));
      assertThat(run.path("state").textValue()).as(run.toString()).isEqualTo("SUCCEEDED");
    }
  }

  private String state(String connection) {
    return crm.rest().get("/connections/" + connection).json().path("state").textValue();
  }

  private List<String> names(String connection, String type, String property) {
    JsonNode items =
        crm.rest().get("/connections/" + connection + "/records/" + type).json().path("items");
    return items.valueStream().map(item -> item.at(property).textValue()).toList();
  }

  private String idOf(String team, String kind, String property, String value) {
    return server
        .sandbox()
        .inWorkspace(team, kind)
        .valueStream()
        .filter(item -> item.path(property).textValue().equals(value))
        .findFirst()
        .orElseThrow()
        .path("id")
        .textValue();
  }

  private List<String> texts(String team) {
    return server
        .sandbox()
        .inWorkspace(team, "messages")
        .valueStream()
        .map(message -> message.path("text").textValue())
        .toList();
  }

  private static Answer act(
      RestClient client, String connection, String action, Map<String, Object> input) {
    return client.post("/connections/" + connection + "/actions/" + action, input);
  }

  private static Map<String, Object> message(String to, String text) {
    return Map.of("to", List.of(to), "text", text);
  }
}
