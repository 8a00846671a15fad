package dev.patchbay.sandbox.google.calendar;

import static dev.patchbay.sandbox.google.calendar.CalendarClient.events;
import static dev.patchbay.sandbox.google.calendar.CalendarClient.ids;
import static dev.patchbay.sandbox.google.calendar.CalendarClient.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.Caller;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventListingTest extends SandboxCalendarTest {
  private static final String PRIMARY = events("primary");

  @Test
  void should_give_every_event_once_when_reading_by_small_pages() {
    List<String> whole = ids(client.pages(PRIMARY, Map.of()));
    List<JsonNode> pages = client.pages(PRIMARY, Map.of("maxResults", "7"));

    assertThat(ids(pages)).hasSizeGreaterThan(25).doesNotHaveDuplicates().isEqualTo(whole);
    assertThat(pages).hasSizeGreaterThan(3);
    assertThat(pages.subList(0, pages.size() - 1))
        .allMatch(page -> page.has("nextPageToken") && !page.has("nextSyncToken"));
    assertThat(pages.get(pages.size() - 1).has("nextSyncToken")).isTrue();
  }

  @Test
  void should_page_by_250_and_at_most_2500_when_calendar_is_large() {
    client.control(
        "POST",
        "/accounts/ada@sandbox.example/calendars/primary/events/generate",
        "{\"count\":3000}");

    assertThat(client.get(PRIMARY, Map.of()).json().get("items")).hasSize(250);
    assertThat(client.get(PRIMARY, Map.of("maxResults", "9999")).json().get("items")).hasSize(2500);
  }

  @Test
  void should_bring_only_changes_when_sync_token_is_used() {
    JsonNode kept = client.meeting("kept");
    JsonNode dropped = client.meeting("dropped");
    String token = client.syncToken("primary");
    client.call(
        "PATCH", PRIMARY + "/" + kept.get("id").asText(), "{\"summary\":\"new\"}", Map.of());
    client.call("DELETE", PRIMARY + "/" + dropped.get("id").asText(), "", Map.of());

    JsonNode page = client.get(PRIMARY, Map.of("syncToken", token)).json();

    assertThat(texts(page.get("items"), "summary")).containsExactly("new", "");
    assertThat(page.at("/items/1/status").asText()).isEqualTo("cancelled");
    assertThat(page.at("/items/1/id")).isEqualTo(dropped.get("id"));
    String next = page.get("nextSyncToken").asText();
    assertThat(client.get(PRIMARY, Map.of("syncToken", next)).json().get("items")).isEmpty();
  }

  @Test
  void should_page_through_changes_when_there_are_many() {
    String token = client.syncToken("primary");
    for (int i = 0; i < 5; i++) {
      client.meeting("meeting " + i);
    }

    List<JsonNode> pages = client.pages(PRIMARY, Map.of("syncToken", token, "maxResults", "2"));

    assertThat(pages).hasSize(3);
    assertThat(ids(pages)).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void should_lose_no_change_when_event_changes_while_someone_pages() {
    String id = client.meeting("before").get("id").asText();
    Map<String, String> first = Map.of("maxResults", "5");
    String page2 = client.get(PRIMARY, first).json().get("nextPageToken").asText();
    client.call("PATCH", PRIMARY + "/" + id, "{\"summary\":\"after\"}", Map.of());

    JsonNode rest = client.get(PRIMARY, Map.of("pageToken", page2)).json();
    JsonNode changes =
        client.get(PRIMARY, Map.of("syncToken", rest.get("nextSyncToken").asText())).json();

    assertThat(texts(changes.get("items"), "summary")).containsExactly("after");
  }

  @ParameterizedTest
  @CsvSource({
    "timeMin, 2026-01-01T00:00:00Z",
    "timeMax, 2027-01-01T00:00:00Z",
    "updatedMin, 2026-01-01T00:00:00Z",
    "q, call",
    "orderBy, updated",
    "iCalUID, x@y",
    "privateExtendedProperty, a=b",
    "sharedExtendedProperty, a=b",
    "showDeleted, false",
  })
  void should_refuse_parameter_when_it_stands_beside_a_sync_token(String name, String value) {
    String token = client.syncToken("primary");

    Caller.Reply reply = client.get(PRIMARY, Map.of("syncToken", token, name, value));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.reason()).isEqualTo("invalid");
  }

  @Test
  void should_ask_for_full_sync_when_token_is_expired_unknown_or_foreign() {
    String foreign = client.syncToken(CalendarClient.TEAM);
    String expired = client.syncToken("primary");
    client.control("POST", "/sync-tokens/expire", "{\"calendar\":\"ada@sandbox.example\"}");

    for (String token : List.of(expired, foreign, "made-up")) {
      Caller.Reply reply = client.get(PRIMARY, Map.of("syncToken", token));
      assertThat(reply.status()).isEqualTo(410);
      assertThat(reply.reason()).isEqualTo("fullSyncRequired");
    }
    assertThat(client.get(PRIMARY, Map.of("syncToken", client.syncToken("primary"))).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "pageToken, made-up, invalid",
    "maxResults, 0, invalidParameter",
    "maxResults, many, invalidParameter",
    "timeMin, yesterday, badRequest",
    "timeMin, 2026-01-01T00:00:00, badRequest",
    "orderBy, colour, invalidParameter",
    "orderBy, startTime, invalid",
  })
  void should_refuse_when_parameter_is_wrong(String name, String value, String reason) {
    Caller.Reply reply = client.get(PRIMARY, Map.of(name, value));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.reason()).isEqualTo(reason);
  }

  @Test
  void should_show_cancelled_occurrence_but_no_deleted_event_when_reading_whole() {
    String deleted = client.meeting("deleted").get("id").asText();
    client.call("DELETE", PRIMARY + "/" + deleted, "", Map.of());

    JsonNode usual = client.get(PRIMARY, Map.of()).json().get("items");
    JsonNode withDeleted = client.get(PRIMARY, Map.of("showDeleted", "true")).json().get("items");

    assertThat(texts(usual, "status")).contains("cancelled");
    assertThat(usual)
        .filteredOn(event -> event.get("status").asText().equals("cancelled"))
        .allMatch(event -> event.has("recurringEventId") && event.has("originalStartTime"));
    assertThat(texts(usual, "id")).doesNotContain(deleted);
    assertThat(texts(withDeleted, "id")).contains(deleted);
  }

  @Test
  void should_expand_series_in_local_time_when_single_events_are_asked() {
    JsonNode items =
        client
            .get(
                events(CalendarClient.PRIVATE),
                Map.of(
                    "singleEvents", "true",
                    "orderBy", "startTime",
                    "q", "shelter",
                    "timeMin", "2026-10-01T00:00:00Z",
                    "timeMax", "2026-12-01T00:00:00Z"))
            .json()
            .get("items");

    assertThat(items).hasSize(5);
    assertThat(items.get(0).at("/start/dateTime").asText()).startsWith("2026-10-27T02:30:00");
    assertThat(items)
        .allMatch(event -> event.at("/start/dateTime").asText().contains("T02:30:00"))
        .allMatch(event -> !event.has("recurrence") && event.has("recurringEventId"));
  }

  @Test
  void should_leave_out_excluded_and_cancelled_occurrences_when_series_is_expanded() {
    JsonNode items =
        client
            .get(
                PRIMARY,
                Map.of(
                    "singleEvents", "true",
                    "orderBy", "startTime",
                    "q", "stand-up",
                    "timeMin", "2026-11-23T00:00:00Z",
                    "timeMax", "2026-12-07T00:00:00Z"))
            .json()
            .get("items");

    assertThat(texts(items, "summary")).contains("Daily stand-up (later today)").hasSize(8);
    assertThat(items)
        .extracting(event -> event.at("/start/dateTime").asText().substring(0, 10))
        .doesNotContain("2026-11-27", "2026-12-04");
  }

  @Test
  void should_filter_by_time_text_and_property_when_asked() {
    Map<String, String> week =
        Map.of("timeMin", "2026-11-23T00:00:00Z", "timeMax", "2026-11-24T00:00:00Z", "q", "alpine");
    Map<String, String> property = Map.of("privateExtendedProperty", "crmDealId=deal-4711");
    Map<String, String> uid = Map.of("iCalUID", "hackday-2026@nordlys.example");

    assertThat(texts(client.get(PRIMARY, week).json().get("items"), "summary"))
        .containsExactly("Alpine Cargo: renewal call");
    assertThat(client.get(PRIMARY, property).json().get("items")).hasSize(1);
    assertThat(client.get(PRIMARY, uid).json().get("items")).hasSize(1);
  }

  @Test
  void should_hide_private_events_when_caller_only_reads() {
    JsonNode items = client.get(events(CalendarClient.TEAM), Map.of()).json().get("items");

    assertThat(items)
        .filteredOn(event -> event.path("visibility").asText().equals("private"))
        .hasSize(1)
        .allMatch(event -> !event.has("summary") && event.has("start"));
    assertThat(items.toString()).doesNotContain("Salary");
  }

  @Test
  void should_cut_attendees_when_a_maximum_is_given() {
    JsonNode items =
        client.get(PRIMARY, Map.of("q", "Kick-off", "maxAttendees", "1")).json().get("items");

    assertThat(items.get(0).get("attendees")).hasSize(1);
    assertThat(items.get(0).get("attendeesOmitted").asBoolean()).isTrue();
  }

  @Test
  void should_answer_not_modified_when_nothing_changed() {
    String etag = client.get(PRIMARY, Map.of()).header("ETag");
    Map<String, String> condition = Map.of("If-None-Match", etag);

    assertThat(client.call("GET", PRIMARY, "", condition).status()).isEqualTo(304);
    client.meeting("something new");
    assertThat(client.call("GET", PRIMARY, "", condition).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"primary", CalendarClient.ADA, CalendarClient.PRIVATE})
  void should_find_calendar_when_its_id_needs_encoding(String calendar) {
    assertThat(client.get(events(calendar), Map.of()).status()).isEqualTo(200);
  }

  @Test
  void should_list_occurrences_of_one_series_when_instances_are_asked() {
    JsonNode series = client.get(PRIMARY, Map.of("q", "Daily")).json().at("/items/0");

    List<JsonNode> pages =
        client.pages(
            PRIMARY + "/" + series.get("id").asText() + "/instances",
            Map.of("maxResults", "20", "timeMax", "2027-01-31T00:00:00Z"));

    assertThat(ids(pages)).hasSizeGreaterThan(40).doesNotHaveDuplicates();
    assertThat(pages.get(0).get("items"))
        .allMatch(event -> event.get("recurringEventId").equals(series.get("id")));
  }
}
