package dev.patchbay.sandbox.google.calendar;

import static dev.patchbay.sandbox.google.calendar.CalendarClient.API;
import static dev.patchbay.sandbox.google.calendar.CalendarClient.events;
import static dev.patchbay.sandbox.google.calendar.CalendarClient.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.Caller;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarAccessTest extends SandboxCalendarTest {
  private static final String LIST = API + "/users/me/calendarList";
  private static final String TEAM_EVENTS = events(CalendarClient.TEAM);

  @Test
  void should_list_own_shared_and_private_calendars_when_account_is_new() {
    JsonNode items = client.get(LIST, Map.of()).json().get("items");

    assertThat(texts(items, "id"))
        .containsExactly(CalendarClient.ADA, CalendarClient.TEAM, CalendarClient.PRIVATE);
    assertThat(texts(items, "accessRole")).containsExactly("owner", "reader", "owner");
    assertThat(texts(items, "primary")).containsExactly("true", "", "");
  }

  @Test
  void should_page_and_filter_calendars_when_asked() {
    assertThat(client.pages(LIST, Map.of("maxResults", "1"))).hasSize(3);
    assertThat(client.get(LIST, Map.of("minAccessRole", "writer")).json().get("items")).hasSize(2);
  }

  @Test
  void should_report_lost_calendar_when_it_is_no_longer_shared() {
    String token = client.get(LIST, Map.of()).json().get("nextSyncToken").asText();
    client.control("DELETE", "/accounts/ada@sandbox.example/calendars/" + CalendarClient.TEAM, "");

    JsonNode changes = client.get(LIST, Map.of("syncToken", token)).json().get("items");

    assertThat(texts(changes, "deleted")).containsExactly("true");
    assertThat(client.get(LIST, Map.of()).json().get("items")).hasSize(2);
    assertThat(client.get(TEAM_EVENTS, Map.of()).status()).isEqualTo(404);
  }

  @Test
  void should_refuse_writes_when_calendar_is_shared_for_reading() {
    Caller.Reply reply =
        client.call(
            "POST",
            TEAM_EVENTS,
            "{\"start\":{\"date\":\"2026-12-01\"},\"end\":{\"date\":\"2026-12-02\"}}",
            Map.of());

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.reason()).isEqualTo("requiredAccessLevel");
  }

  @Test
  void should_name_missing_scope_when_token_is_too_weak() {
    CalendarClient reader =
        CalendarClient.withScope(sandbox, "https://www.googleapis.com/auth/calendar.readonly");

    Caller.Reply refused = reader.insert("{}");

    assertThat(reader.get(LIST, Map.of()).status()).isEqualTo(200);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.reason()).isEqualTo("insufficientPermissions");
    assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope");
  }

  @Test
  void should_refuse_when_token_expired_or_grant_was_revoked() {
    assertThat(client.get(LIST, Map.of()).status()).isEqualTo(200);
    client.control("POST", "/access-tokens/expire", "{\"account\":\"ada@sandbox.example\"}");
    assertThat(client.get(LIST, Map.of()).status()).isEqualTo(401);

    CalendarClient second = CalendarClient.of(sandbox);
    client.control("POST", "/grants/revoke", "{}");
    assertThat(second.get(LIST, Map.of()).status()).isEqualTo(401);

    client.control("PUT", "/token-lifetime", "{\"seconds\":60}");
    CalendarClient third = CalendarClient.of(sandbox);
    clock.forward(Duration.ofSeconds(61));
    assertThat(third.get(LIST, Map.of()).status()).isEqualTo(401);
  }

  @Test
  void should_see_nothing_of_others_when_calendar_is_not_on_the_list() {
    assertThat(client.get(events("mei@sandbox.example"), Map.of()).status()).isEqualTo(404);
    assertThat(client.get(API + "/calendars/mei@sandbox.example", Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void should_accept_plain_times_when_the_control_api_adds_an_event() {
    String path = "/accounts/ada@sandbox.example/calendars/primary/events";
    String id =
        client
            .control("POST", path, "{\"summary\":\"x\",\"start\":\"2026-12-24\"}")
            .json()
            .get("id")
            .asText();
    client.control("PATCH", path + "/" + id, "{\"summary\":\"y\"}");
    client.control(
        "PUT", path + "/fine123", "{\"summary\":\"z\",\"start\":\"2026-12-24T10:00:00Z\"}");

    JsonNode event = client.get(events("primary") + "/" + id, Map.of()).json();
    assertThat(event.get("summary").asText()).isEqualTo("y");
    assertThat(event.at("/end/date").asText()).isEqualTo("2026-12-25");
    assertThat(
            client
                .get(events("primary") + "/fine123", Map.of())
                .json()
                .at("/end/dateTime")
                .asText())
        .isEqualTo("2026-12-24T12:00:00+01:00");
  }

  @Test
  void should_say_what_is_wrong_when_the_control_api_is_misused() {
    String path = "/accounts/ada@sandbox.example/calendars";

    Caller.Reply zone = client.control("POST", path, "{\"summary\":\"x\",\"timeZone\":\"Mars\"}");
    Caller.Reply time =
        client.control("POST", path + "/primary/events", "{\"start\":\"tomorrow at\"}");
    Caller.Reply account = client.control("GET", "/accounts/nobody@x/calendars", "");

    assertThat(zone.status()).isEqualTo(400);
    assertThat(zone.body()).contains("Mars");
    assertThat(time.status()).isEqualTo(400);
    assertThat(account.status()).isEqualTo(404);
    assertThat(account.body()).contains("nobody@x");
  }

  @Test
  void should_fill_or_leave_empty_when_an_account_is_added() {
    client.control("POST", "/accounts", "{\"email\":\"new@x.example\",\"name\":\"N Ew\"}");
    client.control("POST", "/accounts", "{\"email\":\"bare@x.example\",\"seed\":false}");

    assertThat(client.control("GET", "/accounts/new@x.example/calendars", "").json().get("items"))
        .hasSize(3);
    assertThat(client.control("GET", "/accounts/bare@x.example/calendars", "").json().get("items"))
        .hasSize(1);
    assertThat(client.control("POST", "/accounts", "{\"email\":\"bare@x.example\"}").status())
        .isEqualTo(409);
  }
}
