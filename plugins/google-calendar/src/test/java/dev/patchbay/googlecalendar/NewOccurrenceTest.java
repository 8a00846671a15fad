package dev.patchbay.googlecalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.item.ItemId;
import dev.patchbay.api.item.Patch;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import dev.patchbay.api.sync.Target;
import dev.patchbay.api.sync.Written;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes single occurrences of a series at the simulated Google, over real HTTP. */
class NewOccurrenceTest {
  private static final CollectionId CALENDAR = new CollectionId(SimulatedGoogle.ACCOUNT);
  private static final IdempotencyKey KEY = new IdempotencyKey("key_1");

  private final SimulatedGoogle google = new SimulatedGoogle();
  private final Target target = google.client().targets().get(0);
  private final Source source = google.client().sources().get(0);
  private String series;

  @BeforeEach
  void addSeries() {
    series =
        google.add(
            """
            {"summary": "Standup", "description": "Every week",
             "start": {"dateTime": "2026-12-01T09:00:00+01:00", "timeZone": "Europe/Zurich"},
             "end": {"dateTime": "2026-12-01T09:30:00+01:00", "timeZone": "Europe/Zurich"},
             "recurrence": ["RRULE:FREQ=WEEKLY"]}
            """);
  }

  @AfterEach
  void stop() {
    google.close();
  }

  @Test
  void should_change_the_occurrence_that_google_has() {
    Written made = target.create(CALENDAR, occurrence("2026-12-15T09:00:00"), KEY);

    assertThat(made.id().externalId()).isEqualTo(series + "_20261215T080000Z");
    assertThat(made.item().json())
        .containsEntry("title", "Party")
        .containsEntry("start", "2026-12-15T17:00:00")
        .containsEntry("recurrenceId", "2026-12-15T09:00:00")
        .doesNotContainKey("description");
    assertThat(source.read(CALENDAR, Cursor.start()).items()).hasSize(2);
  }

  @Test
  void should_find_it_by_its_key_and_leave_it_at_a_repetition() {
    Written made = target.create(CALENDAR, occurrence("2026-12-15T09:00:00"), KEY);
    google.change(made.id().externalId(), Map.of("summary", "Theirs"));

    assertThat(target.find(CALENDAR, KEY).orElseThrow().id()).isEqualTo(made.id());
    Written again = target.create(CALENDAR, occurrence("2026-12-15T09:00:00"), KEY);
    assertThat(again.item().json()).containsEntry("title", "Theirs");
    assertThat(target.find(CALENDAR, new IdempotencyKey("key_2"))).isEmpty();
  }

  @Test
  void should_refuse_an_occurrence_that_there_is_not() {
    google.delete(series + "_20261215T080000Z");

    for (String time : List.of("2026-12-15T09:00:00", "2026-12-16T09:00:00")) {
      assertThatThrownBy(() -> target.create(CALENDAR, occurrence(time), KEY))
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("no occurrence")
          .hasMessageContaining(series);
    }
  }

  @Test
  void should_tell_as_gone_what_is_behind_the_end_of_its_series() {
    google.change(series + "_20261208T080000Z", Map.of("status", "cancelled"));
    google.change(series + "_20261215T080000Z", Map.of("summary", "Party"));
    Page<Change> before = source.read(CALENDAR, Cursor.start());
    ItemId id = new ItemId(CALENDAR.value(), series);
    Written present = target.read(id).orElseThrow();
    Map<String, Object> weekly =
        Map.of("@type", "RecurrenceRule", "frequency", "weekly", "until", "2026-12-08T09:00:00");

    target.update(
        id,
        Patch.of(Map.of("recurrenceRules", List.of(weekly))).basedOn(present.item()),
        present.version());

    assertThat(source.read(CALENDAR, before.next().orElseThrow()).items())
        .filteredOn(Change.Gone.class::isInstance)
        .extracting(Change::externalId)
        .containsExactly(series + "_20261215T080000Z");
    assertThat(source.read(CALENDAR, Cursor.start()).items())
        .filteredOn(Change.Upsert.class::isInstance)
        .extracting(Change::externalId)
        .containsExactlyInAnyOrder(series, series + "_20261208T080000Z");
  }

  private Item occurrence(String time) {
    return CalendarEvent.of(
        Map.of(
            "@type", "Event",
            "uid", "rec_1@patchbay",
            "title", "Party",
            "start", time.replace("T09", "T17"),
            "timeZone", "Europe/Zurich",
            "duration", "PT30M",
            "recurrenceId", time,
            "recurrenceIdTimeZone", "Europe/Zurich",
            "google.com:event", Map.of("recurringEventId", series)));
  }
}
