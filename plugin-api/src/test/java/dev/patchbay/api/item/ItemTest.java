package dev.patchbay.api.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemTest {

  @Test
  void should_not_change_when_its_source_does() {
    var tags = new ArrayList<Object>(List.of("vip"));
    var source = new HashMap<String, Object>(Map.of("tags", tags));

    var item = Item.of("thing", source);
    tags.add("late");
    source.put("name", "late");

    assertThat(item.json()).isEqualTo(Map.of("tags", List.of("vip")));
  }

  @Test
  void should_not_be_changeable_inside() {
    var item = Item.of("thing", Map.of("inner", new HashMap<>(Map.of("a", 1))));

    @SuppressWarnings("unchecked")
    var inner = (Map<String, Object>) item.json().get("inner");

    assertThatThrownBy(() -> inner.put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void should_name_the_property_whose_value_is_no_json() {
    var json = Map.of("meta", Map.of("seen", Instant.EPOCH));

    assertThatThrownBy(() -> Item.of("thing", json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"meta/seen\"")
        .hasMessageContaining("java.time.Instant");
  }

  @Test
  void should_keep_contents_out_of_its_text() {
    assertThat(Item.of("contact", Map.of("name", "Ada"))).hasToString("Item[contact]");
    assertThat(Patch.of(Map.of("name", "Ada"))).hasToString("Patch[name]");
  }

  @Test
  void should_patch_down_to_the_member_that_differs() {
    Map<String, Object> before =
        Map.of("title", "Lunch", "people", Map.of("a/b", Map.of("name", "Ada", "age", 36)));
    Map<String, Object> after =
        Map.of("start", "12:00", "people", Map.of("a/b", Map.of("name", "Ada L.", "age", 36)));

    var patch = Patch.between(before, after);

    assertThat(patch.changes())
        .containsEntry("title", null)
        .containsEntry("start", "12:00")
        .containsEntry("people/a~1b/name", "Ada L.")
        .hasSize(3);
    assertThat(patch.applyTo(before)).isEqualTo(after);
    assertThat(before).containsEntry("title", "Lunch");
  }

  @Test
  void should_name_the_path_when_a_patch_leads_nowhere() {
    var patch = Patch.of(Map.of("people/a/name", "Ada"));

    assertThatThrownBy(() -> patch.applyTo(Map.of("title", "Lunch")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("people/a/name");
  }

  @Test
  void should_read_an_event_as_it_was_built() {
    var event =
        CalendarEvent.builder("uid-1")
            .title("Lunch")
            .start(LocalDateTime.parse("2026-03-01T12:30:00"))
            .timeZone(ZoneId.of("Europe/Berlin"))
            .duration(Duration.ofMinutes(90))
            .build();

    var read = CalendarEvent.SCHEMA.read(CalendarEvent.SCHEMA.write(event));

    assertThat(read).isEqualTo(event);
    assertThat(read.title()).isEqualTo("Lunch");
    assertThat(read.start()).contains(LocalDateTime.parse("2026-03-01T12:30:00"));
    assertThat(read.timeZone()).contains(ZoneId.of("Europe/Berlin"));
    assertThat(read.duration()).isEqualTo(Duration.ofMinutes(90));
    assertThat(read.status()).isEqualTo("confirmed");
  }

  @ParameterizedTest
  @CsvSource({"P1D,24", "P1DT2H,26", "PT45H,45", "P2W,336", "P1W1D,192"})
  void should_read_every_form_of_duration(String text, long hours) {
    var event = CalendarEvent.builder("uid-1").set("duration", text).build();

    assertThat(event.duration()).isEqualTo(Duration.ofHours(hours));
  }

  @ParameterizedTest
  @CsvSource({"24,P1D", "26,P1DT2H", "2,PT2H", "0,PT0S"})
  void should_write_durations_of_days_as_days(long hours, String text) {
    var event = CalendarEvent.builder("uid-1").duration(Duration.ofHours(hours)).build();

    assertThat(event.json()).containsEntry("duration", text);
  }

  @Test
  void should_refuse_an_event_without_uid_by_name() {
    assertThatThrownBy(() -> CalendarEvent.of(Map.of("@type", "Event")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"uid\"");
  }

  @Test
  void should_refuse_another_kind_of_object_as_event() {
    assertThatThrownBy(() -> CalendarEvent.of(Map.of("@type", "Task", "uid", "u")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"@type\"")
        .hasMessageContaining("Task");
  }

  @Test
  void should_list_the_addresses_of_a_contact() {
    var contact =
        Contact.builder("uid-1")
            .fullName("Ada Lovelace")
            .emails(Map.of("e1", "a@b.example"))
            .build();

    assertThat(contact.fullName()).contains("Ada Lovelace");
    assertThat(contact.emails()).containsExactly("a@b.example");
  }

  @Test
  void should_refuse_a_message_to_nobody() {
    assertThatThrownBy(() -> Message.of(Map.of("text", "hello")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"to\"");
  }

  @Test
  void should_refuse_a_member_without_status() {
    assertThatThrownBy(() -> Member.of(Map.of("email", "a@b.example")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"status\"");
  }
}
