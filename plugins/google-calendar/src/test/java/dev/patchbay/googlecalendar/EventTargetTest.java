package dev.patchbay.googlecalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.VersionConflict;
import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.item.ItemId;
import dev.patchbay.api.item.Patch;
import dev.patchbay.api.item.Version;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Target;
import dev.patchbay.api.sync.Written;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Writes to the simulated Google, over real HTTP. */
class EventTargetTest {
  private static final CollectionId CALENDAR = new CollectionId(SimulatedGoogle.ACCOUNT);
  private static final IdempotencyKey KEY = new IdempotencyKey("key_1");
  private static final CalendarEvent DINNER =
      CalendarEvent.builder("rec_1@patchbay")
          .title("Dinner")
          .start(LocalDateTime.parse("2026-11-24T19:00:00"))
          .timeZone(ZoneId.of("Europe/Zurich"))
          .duration(Duration.ofHours(2))
          .build();

  private static final Map<String, Object> GUEST =
      Map.of(
          "@type",
          "Participant",
          "email",
          "guest@elsewhere.example",
          "roles",
          Map.of("attendee", true));

  @AutoClose private final SimulatedGoogle google = new SimulatedGoogle();
  private final Target target = google.client().targets().get(0);

  @Test
  void should_make_one_event_when_it_is_told_twice() {
    Written first = target.create(CALENDAR, DINNER, KEY);
    Written again = target.create(CALENDAR, DINNER, KEY);

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(google.client().sources().get(0).read(CALENDAR, Cursor.start()).items()).hasSize(1);
    assertThat(target.find(CALENDAR, KEY).orElseThrow().id()).isEqualTo(first.id());
    assertThat(target.find(CALENDAR, new IdempotencyKey("key_2"))).isEmpty();
  }

  @Test
  void should_answer_what_the_next_reading_will_say() {
    Written made = target.create(CALENDAR, DINNER, KEY);

    assertThat(listed(made.id()))
        .satisfies(
            change -> {
              assertThat(change.fingerprint()).isEqualTo(made.fingerprint());
              assertThat(change.version()).contains(made.version());
              assertThat(change.item()).isEqualTo(made.item());
            });
  }

  @Test
  void should_make_an_event_that_says_no_length() {
    var call =
        CalendarEvent.of(
            Map.of(
                "@type", "Event",
                "uid", "call@crm.example",
                "start", "2026-11-24T10:00:00",
                "timeZone", "Europe/Zurich"));
    var day =
        CalendarEvent.of(
            Map.of(
                "@type", "Event",
                "uid", "day@crm.example",
                "start", "2026-11-24T00:00:00",
                "showWithoutTime", true));

    assertThat(target.create(CALENDAR, call, KEY).item().json()).containsEntry("duration", "P0D");
    assertThat(target.create(CALENDAR, day, new IdempotencyKey("key_2")).item().json())
        .containsEntry("duration", "P1D");
  }

  @Test
  void should_change_what_the_patch_names_and_nothing_else() {
    ItemId id = new ItemId(CALENDAR.value(), google.add(lunch()));
    Change.Upsert before = listed(id);

    Written written =
        target.update(
            id,
            Patch.of(Map.of("title", "Lunch with Ada", "duration", "PT90M")).basedOn(before.item()),
            before.version().orElseThrow());

    Map<String, Object> expected = new HashMap<>(before.item().json());
    expected.put("title", "Lunch with Ada");
    expected.put("duration", "PT1H30M");
    assertThat(written.item().json())
        .containsAllEntriesOf(without(expected, "updated", "sequence", "google.com:event"));
    assertThat(written.item().json().get("google.com:event").toString()).contains("kept");
  }

  @Test
  void should_refuse_to_change_or_delete_when_the_event_is_in_another_version() {
    ItemId id = new ItemId(CALENDAR.value(), google.add(lunch()));
    Change.Upsert before = listed(id);
    google.change(id.externalId(), Map.of("summary", "Moved"));
    Version old = before.version().orElseThrow();
    Patch patch = Patch.of(Map.of("title", "Mine"));

    assertThatThrownBy(() -> target.update(id, patch.basedOn(before.item()), old))
        .isInstanceOf(VersionConflict.class);
    assertThatThrownBy(() -> target.update(id, patch, old)).isInstanceOf(VersionConflict.class);
    assertThatThrownBy(() -> target.delete(id, old)).isInstanceOf(VersionConflict.class);
    assertThat(listed(id).item().json()).containsEntry("title", "Moved");
  }

  @Test
  void should_ask_for_a_merge_when_the_event_is_gone_and_take_it_as_deleted() {
    ItemId id = new ItemId(CALENDAR.value(), google.add(lunch()));
    Change.Upsert before = listed(id);
    google.delete(id.externalId());
    Version old = before.version().orElseThrow();

    assertThat(target.read(id)).isEmpty();
    assertThatThrownBy(
            () -> target.update(id, Patch.of(Map.of("title", "Mine")).basedOn(before.item()), old))
        .isInstanceOf(VersionConflict.class);
  }

  @Test
  void should_say_what_google_cannot_keep() {
    Written made = target.create(CALENDAR, DINNER, KEY);

    assertThatThrownBy(
            () ->
                target.update(
                    made.id(),
                    Patch.of(Map.of("color", "#123456")).basedOn(made.item()),
                    made.version()))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("color")
        .hasMessageContaining("#123456");
  }

  @Test
  void should_tell_nobody_of_what_it_writes() {
    writeAll(target);

    assertThat(google.told()).isEmpty();
  }

  @Test
  void should_tell_invitees_of_each_write_once_when_that_is_asked_for() {
    writeAll(target.notifying());

    assertThat(google.told()).containsExactly("invited", "updated", "updated", "cancelled");
  }

  private void writeAll(Target target) {
    CalendarEvent party = CalendarEvent.of(with(DINNER, "participants", Map.of("g", GUEST)));
    target.create(CALENDAR, party, KEY);
    Written made = target.create(CALENDAR, party, KEY);
    Patch patch = Patch.of(Map.of("title", "Mine")).basedOn(made.item());
    target.update(made.id(), patch, made.version());
    assertThatThrownBy(() -> target.update(made.id(), patch, made.version()))
        .isInstanceOf(VersionConflict.class);
    Written moved = target.move(made.id(), new CollectionId(google.addCalendar("Team")));
    target.delete(moved.id(), moved.version());
    target.delete(moved.id(), moved.version());
  }

  private static Map<String, Object> with(CalendarEvent event, String property, Object value) {
    Map<String, Object> json = new HashMap<>(event.json());
    json.put(property, value);
    return json;
  }

  private static String lunch() {
    return """
        {"summary":"Lunch","gadget":{"display":"kept"},
         "attendees":[{"email":"guest@elsewhere.example"}],
         "start":{"dateTime":"2026-11-23T12:00:00+01:00","timeZone":"Europe/Zurich"},
         "end":{"dateTime":"2026-11-23T13:00:00+01:00","timeZone":"Europe/Zurich"}}""";
  }

  private Change.Upsert listed(ItemId id) {
    return google.client().sources().get(0).read(CALENDAR, Cursor.start()).items().stream()
        .filter(change -> change.externalId().equals(id.externalId()))
        .map(Change.Upsert.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> without(Map<String, Object> map, String... names) {
    Map<String, Object> rest = new HashMap<>(map);
    for (String name : names) {
      rest.remove(name);
    }
    return rest;
  }
}
