package dev.patchbay.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.Caller;
import dev.patchbay.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurvivalTest {
  private static final String EVENTS = "/www.googleapis.com/calendar/v3/calendars/primary/events";

  @TempDir Path folder;

  @Test
  void should_keep_events_tokens_and_sync_history_when_killed() throws Exception {
    JsonNode tokens;
    String etag;
    String syncToken;
    try (KilledSandbox first = KilledSandbox.start(folder)) {
      Caller caller = first.caller;
      tokens = caller.control("POST", "/google/access-tokens", "{}").json();
      syncToken = read(caller, tokens, "").get("nextSyncToken").asText();
      etag = add(caller, "before the kill").get("etag").asText();
    }

    try (Sandbox again = Sandbox.start(folder, 0)) {
      JsonNode changes = read(new Caller(again), tokens, "?syncToken=" + syncToken);
      assertThat(changes.get("items")).hasSize(1);
      assertThat(changes.at("/items/0/summary").asText()).isEqualTo("before the kill");
      assertThat(changes.at("/items/0/etag").asText()).isEqualTo(etag);
      assertThat(refreshed(again, tokens).status()).isEqualTo(200);
    }
  }

  private static Caller.Reply refreshed(Sandbox sandbox, JsonNode tokens) {
    Map<String, Object> client = sandbox.integrations().get(0);
    return new Caller(sandbox)
        .form(
            "/oauth2.googleapis.com/token",
            Map.of(
                "grant_type", "refresh_token",
                "refresh_token", tokens.get("refresh_token").asText(),
                "client_id", client.get("clientId").toString(),
                "client_secret", client.get("clientSecret").toString()));
  }

  private static JsonNode read(Caller caller, JsonNode tokens, String query) {
    return caller
        .send(
            caller
                .request(EVENTS + query)
                .header("Authorization", "Bearer " + tokens.get("access_token").asText()))
        .json();
  }

  private static JsonNode add(Caller caller, String summary) {
    return caller
        .control(
            "POST",
            "/google/accounts/ada@sandbox.example/calendars/primary/events",
            "{\"start\":\"2026-12-01\",\"summary\":\"" + summary + "\"}")
        .json();
  }

  @Test
  void should_not_seed_again_when_started_a_second_time() {
    String before;
    try (Sandbox first = Sandbox.start(folder, 0)) {
      before = new Caller(first).get("/").body();
    }
    try (Sandbox second = Sandbox.start(folder, 0)) {
      assertThat(new Caller(second).get("/").body()).isEqualTo(before);
    }
  }

  @Test
  void should_drop_a_torn_last_line_when_the_process_died_writing() throws IOException {
    try (Sandbox first = Sandbox.start(folder, 0)) {
      add(new Caller(first), "whole");
    }
    Files.writeString(
        folder.resolve("sandbox.journal"),
        "google/event/x/torn\t{\"sequence\":",
        StandardOpenOption.APPEND);

    try (Sandbox second = Sandbox.start(folder, 0)) {
      add(new Caller(second), "after");
    }
    try (Sandbox third = Sandbox.start(folder, 0)) {
      assertThat(
              new Caller(third).get("/google/ada%40sandbox.example/ada%40sandbox.example").body())
          .contains("whole", "after");
    }
  }

  @Test
  void should_refuse_the_folder_when_another_sandbox_uses_it() {
    try (Sandbox first = Sandbox.start(folder, 0)) {
      assertThat(first.port()).isPositive();
      assertThatThrownBy(() -> Sandbox.start(folder, 0))
          .hasMessageContaining(folder.toString())
          .hasStackTraceContaining("another sandbox");
    }
  }

  @Test
  void should_forget_superseded_lines_when_started_again() throws IOException {
    try (State state = State.in(folder)) {
      for (int i = 0; i < 100; i++) {
        state.put(List.of(new State.Entry("a/b", dev.patchbay.sandbox.http.Bytes.of(json(i)))));
      }
      state.remove("a/gone");
    }
    try (State state = State.in(folder)) {
      state.each("a/", (key, json) -> assertThat(json).isEqualTo(json(99)));
    }
    assertThat(Files.readAllLines(folder.resolve("sandbox.journal"))).hasSize(1);
  }

  private static byte[] json(int number) {
    return ("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8);
  }

  /** A sandbox in a process of its own that is never given the chance to close. */
  private record KilledSandbox(Process process, Caller caller) implements AutoCloseable {
    static KilledSandbox start(Path folder) throws IOException {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Sandbox.class.getName(),
                  "--port",
                  "0",
                  "--state",
                  folder.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String line = out.readLine();
      return new KilledSandbox(
          process, new Caller(Integer.parseInt(line.replaceAll(".*:(\\d+)/", "$1"))));
    }

    @Override
    public void close() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }
  }
}
