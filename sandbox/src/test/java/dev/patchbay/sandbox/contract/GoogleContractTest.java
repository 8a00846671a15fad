package dev.patchbay.sandbox.contract;

import static com.atlassian.oai.validator.model.Request.Method.GET;
import static com.atlassian.oai.validator.model.Request.Method.PATCH;
import static com.atlassian.oai.validator.model.Request.Method.POST;
import static com.atlassian.oai.validator.model.Request.Method.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oai.validator.model.Request.Method;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.Caller;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.http.FormEncoding;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kind of answer is held against what Google itself published. */
class GoogleContractTest {
  private static final String HOST = "/www.googleapis.com";
  private static final String CALENDARS = "/calendar/v3/calendars/";
  private static final String LIST = "/calendar/v3/users/me/calendarList";
  private static final String EVENT =
      """
      {"summary":"Contract","attendees":[{"email":"a@b.example"}],
       "start":{"dateTime":"2026-12-01T09:00:00Z"},"end":{"dateTime":"2026-12-01T10:00:00Z"},
       "conferenceData":{"createRequest":{"requestId":"r"}},"recurrence":["RRULE:FREQ=DAILY"]}""";

  private Sandbox sandbox;
  private Caller caller;
  private JsonNode tokens;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(null, 0);
    caller = new Caller(sandbox);
    tokens = caller.control("POST", "/google/access-tokens", "{}").json();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Caller.Reply call(Method method, String path, String body) {
    return caller.send(
        caller
            .request(HOST + path)
            .header("Authorization", "Bearer " + tokens.get("access_token").asText())
            .method(method.name(), BodyPublishers.ofString(body)));
  }

  /** Calls, compares, and hands the answer on; the path may carry a query. */
  private JsonNode compared(OfficialDescription official, Method method, String path, String body) {
    Caller.Reply reply = call(method, path, body);
    assertThat(reply.status()).as(method + " " + path + ": " + reply.body()).isEqualTo(200);
    official.accepts(method, path.split("\\?")[0], reply.json());
    return reply.json();
  }

  @Test
  void should_list_calendars_as_described_when_asked() {
    calendar().ifPresent(this::calendars);
  }

  private void calendars(OfficialDescription official) {
    JsonNode list = compared(official, GET, LIST, "");
    compared(official, GET, LIST + "?maxResults=1", "");
    for (JsonNode entry : list.get("items")) {
      String id = FormEncoding.encode(entry.get("id").asText());
      compared(official, GET, LIST + "/" + id, "");
      compared(official, GET, CALENDARS + id, "");
    }
    caller.control(
        "DELETE",
        "/google/accounts/ada@sandbox.example/calendars/team-orbit@group.calendar.sandbox.example",
        "");
    JsonNode lost =
        compared(official, GET, LIST + "?syncToken=" + list.get("nextSyncToken").asText(), "");
    assertThat(lost.get("items")).hasSize(1);
  }

  @Test
  void should_list_events_as_described_when_asked() {
    calendar().ifPresent(this::events);
  }

  private void events(OfficialDescription official) {
    for (JsonNode entry : call(GET, LIST, "").json().get("items")) {
      String path = CALENDARS + FormEncoding.encode(entry.get("id").asText()) + "/events";
      JsonNode whole = compared(official, GET, path, "");
      compared(official, GET, path + "?maxResults=3", "");
      compared(official, GET, path + "?showDeleted=true&maxAttendees=1", "");
      compared(official, GET, path + "?singleEvents=true&orderBy=startTime", "");
      compared(official, GET, path + "?syncToken=" + whole.get("nextSyncToken").asText(), "");
      String recurring = recurring(whole);
      compared(official, GET, path + "/" + recurring, "");
      compared(official, GET, path + "/" + recurring + "/instances?showDeleted=true", "");
    }
  }

  private static String recurring(JsonNode events) {
    return events
        .get("items")
        .valueStream()
        .filter(event -> event.has("recurrence"))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asText();
  }

  @Test
  void should_answer_writes_as_described_when_events_change() {
    calendar().ifPresent(this::writes);
  }

  private void writes(OfficialDescription official) {
    String events = CALENDARS + "primary/events";
    String sync = call(GET, events, "").json().get("nextSyncToken").asText();
    JsonNode event =
        compared(official, POST, events + "?conferenceDataVersion=1&sendUpdates=all", EVENT);
    assertThat(event.has("hangoutLink")).isTrue();
    String path = events + "/" + event.get("id").asText();
    compared(official, PATCH, path, "{\"summary\":\"Changed\"}");
    compared(official, PUT, path, EVENT);
    compared(official, PATCH, path + "_20261203T090000Z", "{\"location\":\"there\"}");
    compared(official, POST, events + "/import", EVENT.replace("{\"s", "{\"iCalUID\":\"u@x\",\"s"));
    compared(
        official,
        POST,
        path + "/move?destination=private%23ada@group.v.calendar.sandbox.example",
        "");
    JsonNode changes = compared(official, GET, events + "?syncToken=" + sync, "");
    assertThat(changes.toString()).contains("cancelled");
    compared(official, GET, path, "");
  }

  @Test
  void should_tell_the_account_as_described_when_asked() {
    OfficialDescription.find("google_oauth2-v2.openapi.json")
        .ifPresent(
            official -> {
              compared(official, GET, "/oauth2/v2/userinfo", "");
              compared(official, GET, "/userinfo/v2/me", "");
              String token = tokens.get("access_token").asText();
              compared(official, POST, "/oauth2/v2/tokeninfo?access_token=" + token, "");
            });
  }

  @Test
  void should_notice_deviation_when_an_answer_holds_an_unknown_field() {
    calendar().ifPresent(this::deviation);
  }

  private void deviation(OfficialDescription official) {
    String events = CALENDARS + "primary/events";
    JsonNode answer = call(GET, events, "").json();
    ((ObjectNode) answer.at("/items/0")).put("madeUp", true);

    assertThatThrownBy(() -> official.accepts(GET, events, answer))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("madeUp");
  }

  private static Optional<OfficialDescription> calendar() {
    return OfficialDescription.find("google_calendar-v3.openapi.json");
  }
}
