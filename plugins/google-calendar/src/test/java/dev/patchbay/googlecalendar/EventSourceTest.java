package dev.patchbay.googlecalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.api.item.Version;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class EventSourceTest {

  private static final CollectionId CALENDAR = new CollectionId("anna@example.com");

  @AutoClose private final ScriptedGoogle google = ScriptedGoogle.start();
  private final Source source = google.client().sources().get(0);

  @Test
  void should_list_everything_as_a_snapshot_when_it_starts() {
    google
        .then(200, page("\"nextPageToken\":\"p 2&\"", event("a", "\\\"1\\\"", "Lunch")))
        .then(200, page("\"nextSyncToken\":\"s=1\"", event("b", "\\\"2\\\"", "Dinner")));

    var first = source.read(CALENDAR, Cursor.start());
    var second = source.read(CALENDAR, first.next().orElseThrow());

    assertThat(first.last()).isFalse();
    assertThat(first.snapshot()).isTrue();
    assertThat(second.last()).isTrue();
    assertThat(second.snapshot()).isTrue();
    assertThat(google.asked().get(0).path())
        .isEqualTo("/www.googleapis.com/calendar/v3/calendars/anna@example.com/events");
    assertThat(google.asked().get(0).query()).containsOnlyKeys("maxResults", "prettyPrint");
    assertThat(google.asked().get(0).query()).containsEntry("maxResults", "2500");
    assertThat(google.asked().get(1).query())
        .containsEntry("pageToken", "p 2&")
        .doesNotContainKey("syncToken");
  }

  @Test
  void should_read_only_what_changed_when_a_pass_was_completed() {
    google
        .then(200, page("\"nextSyncToken\":\"s=1\""))
        .then(200, page("\"nextPageToken\":\"p2\"", event("a", "\\\"3\\\"", "Late lunch")))
        .then(200, page("\"nextSyncToken\":\"s=2\""))
        .then(200, page("\"nextSyncToken\":\"s=3\""));

    var full = source.read(CALENDAR, Cursor.start());
    var changed = source.read(CALENDAR, afterRestart(full));
    var rest = source.read(CALENDAR, afterRestart(changed));
    var nothing = source.read(CALENDAR, afterRestart(rest));

    assertThat(changed.snapshot()).isFalse();
    assertThat(rest.snapshot()).isFalse();
    assertThat(rest.last()).isTrue();
    assertThat(nothing.items()).isEmpty();
    assertThat(google.asked().get(1).query())
        .containsEntry("syncToken", "s=1")
        .doesNotContainKey("pageToken");
    assertThat(google.asked().get(2).query())
        .containsEntry("syncToken", "s=1")
        .containsEntry("pageToken", "p2");
    assertThat(google.asked().get(3).query())
        .containsEntry("syncToken", "s=2")
        .doesNotContainKey("pageToken");
  }

  @Test
  void should_map_an_event_when_its_item_is_asked_for() {
    google.then(200, page("\"nextSyncToken\":\"s\"", event("a", "\\\"1\\\"", "Lunch")));

    var change = upserts(source.read(CALENDAR, Cursor.start())).get(0);
    var item = (CalendarEvent) change.item();

    assertThat(change.externalId()).isEqualTo("a");
    assertThat(change.version()).contains(new Version("\"1\""));
    assertThat(change.fingerprint()).isEqualTo("\"1\"");
    assertThat(item.uid()).isEqualTo("a@google.com");
    assertThat(item.title()).isEqualTo("Lunch");
    assertThat(item.start().orElseThrow()).hasToString("2026-11-23T12:00");
    assertThat(item.timeZone().orElseThrow()).hasToString("Europe/Zurich");
    assertThat(item.duration()).hasMinutes(45);
  }

  @Test
  void should_fingerprint_the_bytes_when_an_event_has_no_etag() {
    var bare = "{\"id\":\"a\",\"summary\":\"%s\",\"start\":{\"date\":\"2026-01-01\"}}";
    google
        .then(200, page("\"nextSyncToken\":\"s\"", bare.formatted("x"), bare.formatted("y")))
        .then(200, page("\"nextSyncToken\":\"s\"", bare.formatted("x")));

    var both = upserts(source.read(CALENDAR, Cursor.start()));
    var again = upserts(source.read(CALENDAR, Cursor.start()));

    assertThat(both.get(0).version()).isEmpty();
    assertThat(both.get(0).fingerprint())
        .isNotEqualTo(both.get(1).fingerprint())
        .isEqualTo(again.get(0).fingerprint());
  }

  @Test
  void should_report_an_event_gone_when_it_is_cancelled() {
    google.then(200, page("\"nextSyncToken\":\"s\"", "{\"id\":\"a\",\"status\":\"cancelled\"}"));

    var change = source.read(CALENDAR, Cursor.start()).items().get(0);

    assertThat(change).isInstanceOf(Change.Gone.class);
    assertThat(change.externalId()).isEqualTo("a");
  }

  @Test
  void should_keep_a_cancelled_occurrence_as_an_item_when_its_series_lives() {
    google.then(200, page("\"nextSyncToken\":\"s\"", cancelledOccurrence("a")));

    var item = (CalendarEvent) upserts(source.read(CALENDAR, Cursor.start())).get(0).item();

    assertThat(item.status()).isEqualTo("cancelled");
    assertThat(item.recurrenceId().orElseThrow()).hasToString("2026-11-23T12:00");
    assertThat(item.json()).containsEntry("recurrenceIdTimeZone", "Europe/Zurich");
    assertThat(item.start()).isEqualTo(item.recurrenceId());
  }

  @Test
  void should_report_a_cancelled_occurrence_gone_when_its_series_is_deleted_with_it() {
    google.then(
        200,
        page(
            "\"nextSyncToken\":\"s\"",
            cancelledOccurrence("a"),
            "{\"id\":\"a\",\"status\":\"cancelled\"}"));

    assertThat(source.read(CALENDAR, Cursor.start()).items())
        .hasSize(2)
        .allSatisfy(change -> assertThat(change).isInstanceOf(Change.Gone.class));
  }

  @Test
  void should_reject_one_event_and_keep_the_rest_when_it_cannot_be_understood() {
    google.then(
        200,
        page(
            "\"nextSyncToken\":\"s\"",
            event("a", "\\\"1\\\"", "Lunch"),
            "{\"id\":\"poison\",\"etag\":\"2\",\"start\":{\"dateTime\":\"tomorrow-ish\"}}",
            "{\"id\":\"odd\",\"etag\":\"3\",\"start\":\"now\",\"attendees\":7}",
            event("b", "\\\"4\\\"", "Dinner")));

    var changes = upserts(source.read(CALENDAR, Cursor.start()));

    assertThat(changes).hasSize(4);
    assertThat(((CalendarEvent) changes.get(3).item()).title()).isEqualTo("Dinner");
    assertThatThrownBy(() -> changes.get(1).item())
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("poison")
        .hasMessageContaining("tomorrow-ish");
    assertThatThrownBy(() -> changes.get(2).item()).isInstanceOf(Rejected.class);
  }

  @Test
  void should_go_on_when_an_event_has_no_id() {
    google.then(
        200,
        page("\"nextSyncToken\":\"s\"", "{\"etag\":\"1\"}", event("b", "\\\"2\\\"", "Dinner")));

    assertThat(source.read(CALENDAR, Cursor.start()).items())
        .extracting(Change::externalId)
        .containsExactly("b");
  }

  @Test
  void should_start_over_when_the_sync_token_is_too_old() {
    google.then(
        410,
        """
        {"error":{"code":410,"message":"Sync token is no longer valid, a full sync is required.",
         "errors":[{"domain":"calendar","reason":"fullSyncRequired"}]}}""");

    assertThatThrownBy(() -> source.read(CALENDAR, Cursor.of("syncToken=old")))
        .isInstanceOf(CursorExpired.class)
        .hasMessageContaining("Sync token is no longer valid")
        .hasMessageContaining("fullSyncRequired");
  }

  @Test
  void should_start_over_when_the_page_token_is_no_longer_known() {
    google.then(
        400,
        """
        {"error":{"code":400,"message":"Invalid page token value.","errors":[{"domain":"global",
         "reason":"invalid","locationType":"parameter","location":"pageToken"}]}}""");

    assertThatThrownBy(() -> source.read(CALENDAR, Cursor.of("pageToken=old")))
        .isInstanceOf(CursorExpired.class);
  }

  @Test
  void should_start_over_when_the_cursor_was_made_by_something_else() {
    assertThatThrownBy(() -> source.read(CALENDAR, Cursor.of("12345")))
        .isInstanceOf(CursorExpired.class)
        .hasMessageContaining("12345");
    assertThat(google.asked()).isEmpty();
  }

  @Test
  void should_not_run_in_circles_when_a_page_leads_to_itself() {
    google.then(200, page("\"nextPageToken\":\"p1\""));

    assertThatThrownBy(() -> source.read(CALENDAR, Cursor.of("pageToken=p1")))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("p1");
  }

  private static Cursor afterRestart(Page<Change> page) {
    return Cursor.of(page.next().orElseThrow().value());
  }

  private static List<Change.Upsert> upserts(Page<Change> page) {
    return page.items().stream().map(Change.Upsert.class::cast).toList();
  }

  private static String page(String tokens, String... events) {
    return "{\"kind\":\"calendar#events\",\"items\":[%s],%s}"
        .formatted(String.join(",", events), tokens);
  }

  private static String event(String id, String etag, String title) {
    return """
        {"kind":"calendar#event","id":"%s","etag":"%s","status":"confirmed","summary":"%s",
         "iCalUID":"%s@google.com","updated":"2026-11-20T07:00:00.000Z",
         "start":{"dateTime":"2026-11-23T12:00:00+01:00","timeZone":"Europe/Zurich"},
         "end":{"dateTime":"2026-11-23T12:45:00+01:00","timeZone":"Europe/Zurich"}}"""
        .formatted(id, etag, title, id);
  }

  private static String cancelledOccurrence(String series) {
    return """
        {"kind":"calendar#event","id":"%s_20261123T110000Z","etag":"\\"9\\"","status":"cancelled",
         "recurringEventId":"%s",
         "originalStartTime":{"dateTime":"2026-11-23T12:00:00+01:00","timeZone":"Europe/Zurich"}}"""
        .formatted(series, series);
  }
}
