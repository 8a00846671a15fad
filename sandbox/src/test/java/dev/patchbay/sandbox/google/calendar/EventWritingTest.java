package dev.patchbay.sandbox.google.calendar;

import static dev.patchbay.sandbox.google.calendar.CalendarClient.events;
import static dev.patchbay.sandbox.google.calendar.CalendarClient.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.Caller;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventWritingTest extends SandboxCalendarTest {
  private static final String PRIMARY = events("primary");
  private static final String TIMES =
      "\"start\":{\"dateTime\":\"2026-12-01T09:00:00Z\"},\"end\":{\"dateTime\":\"2026-12-01T10:00:00Z\"}";

  @Test
  void should_complete_event_when_inserted() {
    Caller.Reply reply =
        client.insert(
            """
            {"summary":"Übergabe","start":{"dateTime":"2026-12-01T09:00:00","timeZone":"America/New_York"},
             "end":{"dateTime":"2026-12-01T10:00:00","timeZone":"America/New_York"},
             "attendees":[{"email":"guest@load.example"}],"etag":"mine","organizer":{"email":"x@y"}}""");
    JsonNode event = reply.json();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("ETag")).isEqualTo(event.get("etag").asText()).isNotEqualTo("mine");
    assertThat(event.at("/start/dateTime").asText()).isEqualTo("2026-12-01T09:00:00-05:00");
    assertThat(event.at("/organizer/email").asText()).isEqualTo(CalendarClient.ADA);
    assertThat(event.at("/attendees/0/responseStatus").asText()).isEqualTo("needsAction");
    assertThat(event.at("/reminders/useDefault").asBoolean()).isTrue();
    assertThat(event.get("iCalUID").asText()).startsWith(event.get("id").asText());
    assertThat(client.get(PRIMARY + "/" + event.get("id").asText(), Map.of()).json())
        .isEqualTo(event);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|400|required",
        "not json|400|parseError",
        "{\"id\":\"WRONG!\",%s}|400|invalid",
        "{\"start\":{\"date\":\"2026-12-02\"},\"end\":{\"date\":\"2026-12-01\"}}|400|timeRangeEmpty",
        "{\"start\":{\"date\":\"2026-12-02\"},\"end\":{\"dateTime\":\"2026-12-02T10:00:00Z\"}}|400|invalid",
        "{\"start\":{\"date\":\"2026-13-02\"},\"end\":{\"date\":\"2026-13-03\"}}|400|invalid",
        "{\"recurrence\":[\"RRULE:FREQ=SOMETIMES\"],%s}|400|invalid",
        "{\"attendees\":[{\"displayName\":\"nobody\"}],%s}|400|required",
        "{\"start\":{\"dateTime\":\"2026-12-01T09:00:00\",\"timeZone\":\"Mars/Base\"},"
            + "\"end\":{\"date\":\"2026-12-01\"}}|400|invalid",
      })
  void should_refuse_in_googles_words_when_event_is_wrong(String body, int status, String reason) {
    Caller.Reply reply = client.insert(body.replace("%s", TIMES));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.reason()).isEqualTo(reason);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(status);
  }

  @Test
  void should_refuse_second_event_when_id_is_taken() {
    String body = "{\"id\":\"mine12345\"," + TIMES + "}";

    assertThat(client.insert(body).status()).isEqualTo(200);
    assertThat(client.insert(body).status()).isEqualTo(409);
  }

  @Test
  void should_change_only_named_fields_when_patched() {
    JsonNode event =
        client
            .insert("{\"summary\":\"a\",\"location\":\"here\",\"description\":\"d\"," + TIMES + "}")
            .json();

    JsonNode patched =
        client
            .call(
                "PATCH",
                PRIMARY + "/" + event.get("id").asText(),
                "{\"summary\":\"b\",\"location\":null}",
                Map.of())
            .json();

    assertThat(patched.get("summary").asText()).isEqualTo("b");
    assertThat(patched.has("location")).isFalse();
    assertThat(patched.get("description")).isEqualTo(event.get("description"));
    assertThat(patched.get("etag")).isNotEqualTo(event.get("etag"));
    assertThat(patched.get("created")).isEqualTo(event.get("created"));
  }

  @Test
  void should_drop_absent_fields_when_put() {
    JsonNode event =
        client.insert("{\"summary\":\"a\",\"location\":\"here\"," + TIMES + "}").json();

    JsonNode put =
        client
            .call("PUT", PRIMARY + "/" + event.get("id").asText(), "{" + TIMES + "}", Map.of())
            .json();

    assertThat(put.has("summary")).isFalse();
    assertThat(put.has("location")).isFalse();
    assertThat(put.get("id")).isEqualTo(event.get("id"));
    assertThat(put.get("iCalUID")).isEqualTo(event.get("iCalUID"));
  }

  @ParameterizedTest
  @CsvSource({"PATCH", "PUT", "DELETE"})
  void should_refuse_when_someone_else_changed_the_event_before(String method) {
    JsonNode event = client.meeting("contended");
    String path = PRIMARY + "/" + event.get("id").asText();
    client.call("PATCH", path, "{\"summary\":\"first\"}", Map.of());

    Caller.Reply late =
        client.call(
            method, path, "{" + TIMES + "}", Map.of("If-Match", event.get("etag").asText()));

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.reason()).isEqualTo("conditionNotMet");
    assertThat(client.get(path, Map.of()).json().get("summary").asText()).isEqualTo("first");
  }

  @Test
  void should_answer_gone_when_event_is_deleted_twice() {
    String path = PRIMARY + "/" + client.meeting("short lived").get("id").asText();

    assertThat(client.call("DELETE", path, "", Map.of()).status()).isEqualTo(204);
    assertThat(client.call("DELETE", path, "", Map.of()).status()).isEqualTo(410);
    assertThat(client.get(path, Map.of()).json().get("status").asText()).isEqualTo("cancelled");
    assertThat(client.get(PRIMARY + "/nothere", Map.of()).reason()).isEqualTo("notFound");
  }

  @Test
  void should_answer_not_modified_when_event_is_the_same() {
    JsonNode event = client.meeting("same");
    String path = PRIMARY + "/" + event.get("id").asText();

    Caller.Reply reply =
        client.call("GET", path, "", Map.of("If-None-Match", event.get("etag").asText()));

    assertThat(reply.status()).isEqualTo(304);
  }

  @Test
  void should_leave_series_alone_when_one_occurrence_is_changed_and_one_deleted() {
    JsonNode series =
        client
            .insert(
                "{\"summary\":\"s\",\"recurrence\":[\"RRULE:FREQ=DAILY;COUNT=3\"]," + TIMES + "}")
            .json();
    String id = series.get("id").asText();
    String second = PRIMARY + "/" + id + "_20261202T090000Z";
    String token = client.syncToken("primary");

    JsonNode changed = client.call("PATCH", second, "{\"summary\":\"t\"}", Map.of()).json();
    client.call("DELETE", PRIMARY + "/" + id + "_20261203T090000Z", "", Map.of());

    assertThat(changed.get("recurringEventId").asText()).isEqualTo(id);
    JsonNode changes = client.get(PRIMARY, Map.of("syncToken", token)).json().get("items");
    assertThat(texts(changes, "id"))
        .containsExactly(id + "_20261202T090000Z", id + "_20261203T090000Z");
    JsonNode instances = client.get(PRIMARY + "/" + id + "/instances", Map.of()).json();
    assertThat(texts(instances.get("items"), "summary")).containsExactly("s", "t");
    assertThat(client.get(PRIMARY + "/" + id + "_20261204T090000Z", Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void should_cancel_changed_occurrences_too_when_series_is_deleted() {
    String id =
        client
            .insert(
                "{\"summary\":\"s\",\"recurrence\":[\"RRULE:FREQ=DAILY;COUNT=3\"]," + TIMES + "}")
            .json()
            .get("id")
            .asText();
    client.call("PATCH", PRIMARY + "/" + id + "_20261202T090000Z", "{\"summary\":\"t\"}", Map.of());
    String token = client.syncToken("primary");

    client.call("DELETE", PRIMARY + "/" + id, "", Map.of());

    JsonNode changes = client.get(PRIMARY, Map.of("syncToken", token)).json().get("items");
    assertThat(texts(changes, "status")).containsExactly("cancelled", "cancelled");
  }

  @Test
  void should_keep_id_in_the_other_calendar_when_event_is_moved() {
    String id = client.meeting("moving").get("id").asText();

    Caller.Reply moved =
        client.call(
            "POST",
            PRIMARY + "/" + id + "/move?destination=" + CalendarClient.PRIVATE.replace("#", "%23"),
            "",
            Map.of());

    assertThat(moved.status()).isEqualTo(200);
    assertThat(
            client
                .get(events(CalendarClient.PRIVATE) + "/" + id, Map.of())
                .json()
                .get("summary")
                .asText())
        .isEqualTo("moving");
    assertThat(client.get(PRIMARY + "/" + id, Map.of()).json().get("status").asText())
        .isEqualTo("cancelled");
  }

  @Test
  void should_take_changed_and_cancelled_occurrences_along_when_series_is_moved() {
    String id =
        client
            .insert(
                "{\"summary\":\"s\",\"recurrence\":[\"RRULE:FREQ=DAILY;COUNT=3\"]," + TIMES + "}")
            .json()
            .get("id")
            .asText();
    String changed = id + "_20261202T090000Z";
    client.call("PATCH", PRIMARY + "/" + changed, "{\"summary\":\"t\"}", Map.of());
    client.call("DELETE", PRIMARY + "/" + id + "_20261203T090000Z", "", Map.of());
    String here = client.syncToken("primary");
    String there = client.syncToken(CalendarClient.PRIVATE);

    client.call(
        "POST",
        PRIMARY + "/" + id + "/move?destination=" + CalendarClient.PRIVATE.replace("#", "%23"),
        "",
        Map.of());

    String target = events(CalendarClient.PRIVATE);
    JsonNode came = client.get(target, Map.of("syncToken", there)).json().get("items");
    assertThat(texts(came, "id")).containsExactly(id, changed, id + "_20261203T090000Z");
    assertThat(texts(came, "status")).containsExactly("confirmed", "confirmed", "cancelled");
    JsonNode instances = client.get(target + "/" + id + "/instances", Map.of()).json();
    assertThat(texts(instances.get("items"), "summary")).containsExactly("s", "t");
    assertThat(client.get(target + "/" + changed, Map.of()).json().at("/organizer/email").asText())
        .isEqualTo(CalendarClient.PRIVATE);
    JsonNode left = client.get(PRIMARY, Map.of("syncToken", here)).json().get("items");
    assertThat(texts(left, "id")).containsExactly(id, changed);
    assertThat(texts(left, "status")).containsOnly("cancelled");
  }

  @Test
  void should_update_the_same_event_when_imported_again() {
    String body = "{\"iCalUID\":\"u1@other.example\",\"summary\":\"%s\"," + TIMES + "}";
    JsonNode first = client.call("POST", PRIMARY + "/import", body.formatted("a"), Map.of()).json();
    JsonNode second =
        client.call("POST", PRIMARY + "/import", body.formatted("b"), Map.of()).json();

    assertThat(second.get("id")).isEqualTo(first.get("id"));
    assertThat(second.get("summary").asText()).isEqualTo("b");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "?sendUpdates=none, 0",
    "?sendUpdates=all, 2",
    "?sendUpdates=externalOnly, 1"
  })
  void should_notify_invitees_only_when_the_caller_asks(String query, int notified) {
    client.call(
        "POST",
        PRIMARY + query,
        "{\"attendees\":[{\"email\":\"out@side.example\"},{\"email\":\"mei@sandbox.example\"},"
            + "{\"email\":\"ada@sandbox.example\"}],"
            + TIMES
            + "}",
        Map.of());

    JsonNode notifications = client.control("GET", "/notifications", "").json();
    assertThat(notifications.get("count").asInt()).isEqualTo(notified);
  }

  @Test
  void should_make_a_video_link_only_when_the_caller_knows_conferences() {
    String body = "{\"conferenceData\":{\"createRequest\":{\"requestId\":\"r1\"}}," + TIMES + "}";

    JsonNode without = client.insert(body).json();
    JsonNode with =
        client.call("POST", PRIMARY + "?conferenceDataVersion=1", body, Map.of()).json();

    assertThat(without.has("conferenceData")).isFalse();
    assertThat(with.at("/conferenceData/entryPoints/0/uri").asText()).startsWith("https://meet.");
    assertThat(with.get("hangoutLink")).isEqualTo(with.at("/conferenceData/entryPoints/0/uri"));
  }
}
