package dev.patchbay.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.Caller;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SettableClock;
import dev.patchbay.sandbox.http.FormEncoding;
import dev.patchbay.sandbox.http.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SlackOAuthTest {
  private static final String AUTHORIZE = "/slack.com/oauth/v2/authorize";
  private static final String REDIRECT = "http://127.0.0.1:8080/api/oauth/callback";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T08:00:00Z"));
  @AutoClose private final Sandbox sandbox = Sandbox.start(null, 0, clock);
  private final Caller caller = new Caller(sandbox);

  @Test
  void should_give_a_lasting_token_of_the_bot_when_the_app_was_installed() {
    JsonNode answer = exchange(code(request("chat:write,users:read")));

    assertThat(answer.path("ok").asBoolean()).as(answer.toString()).isTrue();
    assertThat(answer.path("access_token").asText()).startsWith("xoxb-");
    assertThat(answer.path("scope").asText()).isEqualTo("chat:write,users:read");
    assertThat(answer.at("/team/id").asText()).isEqualTo("T0SANDBOX01");
    assertThat(answer.at("/authed_user/id").asText()).startsWith("U");
    assertThat(answer.has("refresh_token")).isFalse();
    clock.forward(Duration.ofDays(400));
    assertThat(test(answer).path("team_id").asText()).isEqualTo("T0SANDBOX01");
  }

  @Test
  void should_take_a_refresh_token_once_when_tokens_rotate() {
    caller.control("PUT", "/slack/token-rotation", "{\"on\":true}");
    JsonNode first = exchange(code(request("chat:write")));
    assertThat(first.path("expires_in").asInt()).isEqualTo(43_200);

    clock.forward(Duration.ofHours(12));
    assertThat(test(first).path("error").asText()).isEqualTo("token_expired");
    JsonNode second = refresh(first);
    assertThat(test(second).path("ok").asBoolean()).isTrue();
    assertThat(refresh(first).path("error").asText()).isEqualTo("invalid_refresh_token");
    assertThat(refresh(second).path("ok").asBoolean()).isTrue();
  }

  @Test
  void should_take_a_code_once_and_for_its_redirect_address_only() {
    String code = code(request("chat:write"));
    assertThat(access(Map.of("code", code, "redirect_uri", REDIRECT + "/x")).path("error").asText())
        .isEqualTo("bad_redirect_uri");
    assertThat(exchange(code).path("error").asText()).isEqualTo("invalid_code");
  }

  @Test
  void should_refuse_with_a_good_status_when_the_client_is_wrong() {
    Map<String, String> form = new LinkedHashMap<>(Map.of("code", "x"));
    form.put("client_id", "somebody-else");
    form.put("client_secret", "x");
    Caller.Reply reply = caller.form("/slack.com/api/oauth.v2.access", form);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("error").asText()).isEqualTo("invalid_client_id");
    form.put("client_id", "1234567890.sandbox");
    assertThat(caller.form("/slack.com/api/oauth.v2.access", form).json().path("error").asText())
        .isEqualTo("bad_client_secret");
  }

  @Test
  void should_refuse_scopes_with_spaces_and_challenges_as_slack_does() {
    assertThat(caller.get(AUTHORIZE + "?" + query("chat:write users:read", Map.of())).status())
        .isEqualTo(400);
    assertThat(
            caller.get(AUTHORIZE + "?" + query("chat:write", Map.of("code_challenge", "x"))).body())
        .contains("pkce_not_enabled");
    assertThat(caller.get(AUTHORIZE + "?" + query("chat:write", Map.of())).body())
        .contains("Orbit", "chat:write");
  }

  @Test
  void should_end_a_token_when_it_is_revoked() {
    JsonNode answer = exchange(code(request("chat:write")));
    String token = answer.path("access_token").asText();

    assertThat(
            caller
                .form("/slack.com/api/auth.revoke", Map.of("token", token))
                .json()
                .path("revoked")
                .asBoolean())
        .isTrue();
    assertThat(test(answer).path("error").asText()).isEqualTo("token_revoked");
  }

  private JsonNode test(JsonNode answer) {
    return caller
        .form("/slack.com/api/auth.test", Map.of("token", answer.path("access_token").asText()))
        .json();
  }

  private String request(String scope) {
    return "http://127.0.0.1" + AUTHORIZE + "?" + query(scope, Map.of());
  }

  private static String query(String scope, Map<String, String> more) {
    Map<String, String> query = new LinkedHashMap<>(more);
    query.put("client_id", "1234567890.sandbox");
    query.put("redirect_uri", REDIRECT);
    query.put("response_type", "code");
    query.put("scope", scope);
    query.put("state", "st&te=1");
    return FormEncoding.encode(query);
  }

  private String code(String url) {
    String body = Json.object().put("url", url).toString();
    URI redirect =
        URI.create(
            caller.control("POST", "/slack/authorizations", body).json().get("redirect").asText());
    Map<String, List<String>> back = FormEncoding.decode(redirect.getRawQuery());
    assertThat(back.get("state")).containsExactly("st&te=1");
    return back.get("code").get(0);
  }

  private JsonNode exchange(String code) {
    return access(Map.of("code", code, "redirect_uri", REDIRECT));
  }

  private JsonNode refresh(JsonNode answer) {
    return access(
        Map.of(
            "grant_type", "refresh_token", "refresh_token", answer.path("refresh_token").asText()));
  }

  private JsonNode access(Map<String, String> values) {
    Map<String, String> form = new LinkedHashMap<>(values);
    form.put("client_id", "1234567890.sandbox");
    form.put("client_secret", "sandbox-client-secret");
    return caller.form("/slack.com/api/oauth.v2.access", form).json();
  }
}
