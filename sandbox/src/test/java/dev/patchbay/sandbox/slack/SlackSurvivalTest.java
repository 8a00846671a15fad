package dev.patchbay.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.Caller;
import dev.patchbay.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a workspace holds is still there after a restart. */
class SlackSurvivalTest {
  private static final String MESSAGES = "/slack/teams/T0SANDBOX01/messages";

  @TempDir Path folder;

  @Test
  void should_know_people_channels_messages_and_tokens_after_a_restart() {
    String token;
    JsonNode channels;
    try (Sandbox sandbox = Sandbox.start(folder, 0)) {
      Caller caller = new Caller(sandbox);
      token =
          caller.control("POST", "/slack/access-tokens", "{}").json().get("access_token").asText();
      post(caller, token, "Before");
      channels = list(caller, token);
    }

    try (Sandbox sandbox = Sandbox.start(folder, 0)) {
      Caller caller = new Caller(sandbox);
      assertThat(list(caller, token)).isEqualTo(channels);
      assertThat(post(caller, token, "After").path("ok").asBoolean()).isTrue();
      assertThat(caller.control("GET", MESSAGES, "").json().path("items").findValuesAsText("text"))
          .containsExactlyInAnyOrder("Before", "After");
      assertThat(caller.get("/slack/T0SANDBOX01").body()).contains("Before", "sales", "Mei");
      assertThat(caller.get("/").body()).contains("Orbit");
    }
  }

  private static JsonNode post(Caller caller, String token, String text) {
    return caller
        .form(
            "/slack.com/api/chat.postMessage",
            Map.of("token", token, "channel", "#sales", "text", text))
        .json();
  }

  private static JsonNode list(Caller caller, String token) {
    return caller
        .form("/slack.com/api/conversations.list", Map.of("token", token))
        .json()
        .get("channels");
  }
}
