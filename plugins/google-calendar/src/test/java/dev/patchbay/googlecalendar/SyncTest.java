package dev.patchbay.googlecalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Collection;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import dev.patchbay.googlecalendar.event.EventMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole passes against the simulated Google, over real HTTP. */
class SyncTest {

  private static final CollectionId CALENDAR = new CollectionId(SimulatedGoogle.ACCOUNT);
  private static final String EVENTS = "/www.googleapis.com/calendar/v3/calendars/*/events";
  private static final String LUNCH =
      """
      {"summary":"Lunch",
       "start":{"dateTime":"2026-11-23T12:00:00+01:00","timeZone":"Europe/Zurich"},
       "end":{"dateTime":"2026-11-23T13:00:00+01:00","timeZone":"Europe/Zurich"}}""";
  private static final String WEEKLY =
      LUNCH.replace("{\"summary\"", "{\"recurrence\":[\"RRULE:FREQ=WEEKLY\"],\"summary\"");

  @AutoClose private final SimulatedGoogle google = new SimulatedGoogle();
  private final Source source = google.client().sources().get(0);

  @Test
  void should_know_the_account() {
    var account = google.client().check();

    assertThat(account.displayName()).isEqualTo(SimulatedGoogle.ACCOUNT);
    assertThat(account.id()).matches("\\d+");
  }

  @Test
  void should_list_the_accounts_own_calendar_as_the_primary_one() {
    assertThat(source.collections(Cursor.start()).items())
        .filteredOn(Collection::primary)
        .singleElement()
        .satisfies(
            calendar -> {
              assertThat(calendar.id()).isEqualTo(CALENDAR);
              assertThat(calendar.writable()).isTrue();
              assertThat(calendar.timeZone()).isPresent();
              assertThat(calendar.color().orElseThrow()).matches("#[0-9a-f]{6}");
            });
  }

  @Test
  void should_read_every_event_once_when_there_are_many_pages() {
    google.generate(5_200);

    var pages = pass(Cursor.start());

    assertThat(pages).hasSizeGreaterThan(2).allMatch(Page::snapshot);
    assertThat(changes(pages))
        .extracting(Change::externalId)
        .hasSize(5_200)
        .doesNotHaveDuplicates();
    assertThat(changes(pages)).allSatisfy(change -> assertThat(item(change).uid()).isNotBlank());
  }

  @Test
  void should_read_one_event_when_one_changed() {
    google.generate(20);
    var lunch = google.add(LUNCH);
    var after = after(pass(Cursor.start()));

    google.change(lunch, Map.of("summary", "Late lunch"));

    var changed = pass(after);
    assertThat(changed).noneMatch(Page::snapshot);
    assertThat(changes(changed))
        .singleElement()
        .satisfies(change -> assertThat(item(change).title()).isEqualTo("Late lunch"));
    assertThat(changes(pass(after(changed)))).isEmpty();
  }

  @Test
  void should_read_an_event_as_gone_when_it_was_deleted() {
    var lunch = google.add(LUNCH);
    var after = after(pass(Cursor.start()));

    google.delete(lunch);

    assertThat(changes(pass(after)))
        .singleElement()
        .isInstanceOf(Change.Gone.class)
        .extracting(Change::externalId)
        .isEqualTo(lunch);
    assertThat(changes(pass(Cursor.start()))).isEmpty();
  }

  @Test
  void should_read_a_moved_and_a_cancelled_occurrence_as_items_of_their_series() {
    var series = google.add(WEEKLY);
    var after = after(pass(Cursor.start()));

    google.change(
        series + "_20261130T110000Z",
        Map.of(
            "start", Map.of("dateTime", "2026-12-01T15:00:00+01:00", "timeZone", "Europe/Zurich"),
            "end", Map.of("dateTime", "2026-12-01T16:00:00+01:00", "timeZone", "Europe/Zurich")));
    google.delete(series + "_20261207T110000Z");

    var full = changes(pass(Cursor.start()));
    assertThat(full).hasSize(3);
    var items = changes(pass(after)).stream().map(SyncTest::item).toList();
    assertThat(items).extracting(CalendarEvent::uid).containsOnly(item(full.get(0)).uid());
    assertThat(items)
        .filteredOn(item -> item.recurrenceId().isPresent())
        .extracting(item -> item.recurrenceId().get() + " " + item.status())
        .containsExactlyInAnyOrder("2026-11-30T12:00 confirmed", "2026-12-07T12:00 cancelled");
  }

  @Test
  void should_start_over_when_the_sync_token_expired() {
    google.add(LUNCH);
    var after = after(pass(Cursor.start()));

    google.expireSyncTokens();

    assertThatThrownBy(() -> source.read(CALENDAR, after)).isInstanceOf(CursorExpired.class);
    assertThat(changes(pass(Cursor.start()))).hasSize(1);
  }

  @Test
  void should_lose_nothing_of_a_believable_calendar() {
    var events = google.seeded();

    assertThat(events).hasSizeGreaterThan(20);
    assertThat(events)
        .allSatisfy(
            event ->
                assertThat(EventMapping.toGoogle(EventMapping.toItem(event))).isEqualTo(event));
  }

  @ParameterizedTest
  @CsvSource({
    // the JDK's client asks twice by itself when nothing comes back
    "reset,2",
    "hang,2",
    "half-closed,1",
    "broken-chunk,1",
    "garbage-json,1",
    "html-page,1",
    "redirect,1"
  })
  void should_be_unavailable_and_resume_where_it_was_when_an_exchange_goes_wrong(
      String fault, int times) {
    google.generate(2_600);
    var second = source.read(CALENDAR, Cursor.start()).next().orElseThrow();
    google.fault(Map.of("fault", fault, "path", EVENTS, "millis", 50, "times", times));

    assertThatThrownBy(() -> source.read(CALENDAR, second)).isInstanceOf(Unavailable.class);

    assertThat(changes(pass(second))).hasSize(100);
  }

  @Test
  void should_not_run_in_circles_when_a_page_leads_to_itself() {
    google.generate(5_100);
    var second = source.read(CALENDAR, Cursor.start()).next().orElseThrow();
    google.fault(Map.of("fault", "looping-page", "path", EVENTS));

    assertThatThrownBy(() -> source.read(CALENDAR, second))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("leads to itself");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void should_be_unavailable_when_google_fails(int status) {
    google.fault(Map.of("fault", "status", "status", status, "path", EVENTS));

    assertThatThrownBy(() -> source.read(CALENDAR, Cursor.start()))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("HTTP " + status);
    assertThat(source.read(CALENDAR, Cursor.start()).last()).isTrue();
  }

  @Test
  void should_reject_an_answer_that_is_larger_than_any_page() {
    google.fault(Map.of("fault", "oversized", "path", EVENTS));

    assertThatThrownBy(() -> source.read(CALENDAR, Cursor.start()))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("larger than 64 MiB");
  }

  @Test
  void should_ask_for_consent_again_when_the_token_no_longer_counts() {
    google.expireTokens();

    assertThatThrownBy(() -> source.read(CALENDAR, Cursor.start()))
        .isInstanceOf(ReauthorizationNeeded.class);
  }

  @Test
  void should_ask_for_consent_again_when_the_person_withheld_the_calendars() {
    var withheld = google.client("openid email");

    assertThat(withheld.check().displayName()).isEqualTo(SimulatedGoogle.ACCOUNT);
    assertThatThrownBy(() -> withheld.sources().get(0).collections(Cursor.start()))
        .isInstanceOf(ReauthorizationNeeded.class);
  }

  @Test
  void should_reject_a_calendar_that_is_not_there() {
    assertThatThrownBy(() -> source.read(new CollectionId("nobody@x.org"), Cursor.start()))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("404");
  }

  private List<Page<Change>> pass(Cursor from) {
    var pages = new ArrayList<Page<Change>>();
    var cursor = from;
    do {
      var page = source.read(CALENDAR, cursor);
      pages.add(page);
      cursor = Cursor.of(page.next().orElseThrow().value());
    } while (!pages.get(pages.size() - 1).last());
    return pages;
  }

  private static Cursor after(List<Page<Change>> pages) {
    return pages.get(pages.size() - 1).next().orElseThrow();
  }

  private static List<Change> changes(List<Page<Change>> pages) {
    return pages.stream().flatMap(page -> page.items().stream()).toList();
  }

  private static CalendarEvent item(Change change) {
    return (CalendarEvent) ((Change.Upsert) change).item();
  }
}
