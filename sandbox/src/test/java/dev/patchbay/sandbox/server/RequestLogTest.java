package dev.patchbay.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.Caller;
import dev.patchbay.sandbox.Sandbox;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestLogTest {
  private static final String EVENTS = "/www.googleapis.com/calendar/v3/calendars/primary/events";

  private Sandbox sandbox;
  private Caller caller;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(null, 0);
    caller = new Caller(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void should_count_by_route_and_tell_outcomes_when_requests_came() {
    caller.get(EVENTS + "?maxResults=3");
    caller.get(EVENTS.replace("primary", "other"));
    caller.get("/www.googleapis.com/nothing/here");

    JsonNode log = caller.control("GET", "/requests", "").json();

    assertThat(log.get("total").asInt()).isEqualTo(3);
    assertThat(
            log.get("counters")
                .get("GET /www.googleapis.com/calendar/v3/calendars/{calendarId}/events")
                .asInt())
        .isEqualTo(2);
    assertThat(log.at("/requests/2/query/maxResults").asText()).isEqualTo("3");
    assertThat(log.at("/requests/2/outcome").asText()).isEqualTo("401");
    assertThat(log.at("/requests/0/outcome").asText()).isEqualTo("404");
  }

  @Test
  void should_start_again_from_zero_when_cleared() {
    caller.get(EVENTS);
    caller.control("DELETE", "/requests", "");

    assertThat(caller.control("GET", "/requests", "").json().get("total").asInt()).isZero();
  }

  @Test
  void should_keep_secrets_out_when_they_stand_in_a_query() {
    caller.get("/oauth2.googleapis.com/revoke?token=very-secret");

    assertThat(caller.control("GET", "/requests", "").body()).doesNotContain("very-secret");
  }

  @Test
  void should_name_hosts_and_integrations_when_the_launcher_asks() {
    assertThat(sandbox.hosts())
        .containsEntry(
            "www.googleapis.com",
            URI.create("http://127.0.0.1:" + sandbox.port() + "/www.googleapis.com"))
        .containsKeys(
            "accounts.google.com", "oauth2.googleapis.com", "openidconnect.googleapis.com");
    assertThat(sandbox.hosts().get("smtp.sandbox.example").toString())
        .matches("http://127\\.0\\.0\\.1:\\d+");
    assertThat(sandbox.integrations())
        .satisfiesExactly(
            body ->
                assertThat(body)
                    .containsEntry("plugin", "google-calendar")
                    .containsKeys("name", "clientId", "clientSecret"),
            body ->
                assertThat(body).containsEntry("plugin", "smtp").containsKeys("name", "settings"),
            body ->
                assertThat(body)
                    .containsEntry("plugin", "slack")
                    .containsKeys("name", "clientId", "clientSecret"));
  }

  @Test
  void should_refuse_changes_when_a_foreign_page_sends_them() {
    Caller.Reply reply =
        caller.send(
            caller
                .formRequest("/google/ada%40sandbox.example/primary/add", Map.of("summary", "x"))
                .header("Sec-Fetch-Site", "cross-site"));

    assertThat(reply.status()).isEqualTo(403);
  }
}
