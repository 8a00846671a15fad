package dev.patchbay.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.Caller;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.http.FormEncoding;
import dev.patchbay.sandbox.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The answers of the simulated Slack are held against what Slack itself published. */
class SlackContractTest {
  @AutoClose private final Sandbox sandbox = Sandbox.start(null, 0);
  private final Caller caller = new Caller(sandbox);
  private final String token =
      caller.control("POST", "/slack/access-tokens", "{}").json().get("access_token").asText();

  @Test
  void should_answer_as_described_when_asked() throws IOException {
    Optional<SwaggerShape> official = description();
    if (official.isPresent()) {
      answers(official.get());
    }
  }

  private void answers(SwaggerShape official) {
    compared(official, "auth.test", Map.of());
    JsonNode people = compared(official, "users.list", Map.of("limit", "2"));
    String next = people.at("/response_metadata/next_cursor").asText();
    compared(official, "users.list", Map.of("limit", "2", "cursor", next));
    JsonNode ada =
        compared(official, "users.lookupByEmail", Map.of("email", "ada@sandbox.example"));
    compared(official, "conversations.list", Map.of("types", "public_channel,private_channel"));
    JsonNode open =
        compared(official, "conversations.open", Map.of("users", ada.at("/user/id").asText()));
    String channel = open.at("/channel/id").asText();
    JsonNode sent =
        compared(official, "chat.postMessage", Map.of("channel", channel, "text", "Hello"));
    String ts = sent.get("ts").asText();
    compared(
        official,
        "chat.postMessage",
        Map.of("channel", channel, "text", "Hello again", "thread_ts", ts));
    compared(official, "chat.update", Map.of("channel", channel, "text", "Good day", "ts", ts));
    compared(official, "auth.revoke", Map.of("token", token));
  }

  @Test
  void should_notice_deviation_when_an_answer_is_not_as_described() throws IOException {
    Optional<SwaggerShape> official = description();
    if (official.isPresent()) {
      ObjectNode answer = (ObjectNode) call("auth.test", Map.of());
      assertThat(official.get().flaws("auth.test", answer.put("madeUp", true)))
          .singleElement()
          .asString()
          .contains("madeUp");
      answer.remove("madeUp");
      assertThat(official.get().flaws("auth.test", answer.put("team_id", "X"))).hasSize(1);
    }
  }

  private JsonNode compared(SwaggerShape official, String method, Map<String, String> arguments) {
    JsonNode answer = call(method, arguments);
    assertThat(answer.path("ok").asBoolean()).as("%s: %s", method, answer).isTrue();
    assertThat(official.flaws(method, answer)).as(method).isEmpty();
    return answer;
  }

  private JsonNode call(String method, Map<String, String> arguments) {
    String query = FormEncoding.encode(arguments);
    return caller
        .send(
            caller
                .request("/slack.com/api/" + method + "?" + query)
                .header("Authorization", "Bearer " + token))
        .json();
  }

  private static Optional<SwaggerShape> description() throws IOException {
    Path file =
        Path.of(System.getProperty("contracts.dir", "../../shared/contracts"), "slack_web_v2.json");
    if (Files.exists(file)) {
      return Optional.of(new SwaggerShape(Json.MAPPER.readTree(Files.readAllBytes(file))));
    }
    System.out.println("Slack's description is absent: the sandbox's answers are NOT compared.");
    assertThat(Boolean.getBoolean("contracts.required")).as("%s is there", file).isFalse();
    return Optional.empty();
  }
}
