package dev.patchbay.googlecalendar.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.googlecalendar.Contracts;
import dev.patchbay.googlecalendar.json.Node;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Events over every property of the official description, and over those that the client library
 * knows beyond it: whatever they hold, JSCalendar comes out valid and the event comes back whole.
 */
class NothingLostTest {

  private static final Map<String, Object> LIBRARY = Schemas.ofLibrary();
  private static final Map<String, Object> OFFICIAL =
      Contracts.calendar().map(Schemas::ofDiscovery).orElse(LIBRARY);

  @Provide
  Arbitrary<Map<String, Object>> official() {
    return SchemaEvents.of(OFFICIAL);
  }

  @Provide
  Arbitrary<Map<String, Object>> library() {
    return SchemaEvents.of(LIBRARY);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void should_lose_nothing_of_what_is_officially_described(
      @ForAll("official") Map<String, Object> google) {
    Mapped.of(google);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void should_lose_nothing_of_what_the_client_library_knows(
      @ForAll("library") Map<String, Object> google) {
    Mapped.of(google);
  }

  @Provide
  Arbitrary<Map<String, Object>> valid() {
    return ValidEvents.all();
  }

  /** Else the extension could carry it all, and nothing would be mapped. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void should_need_no_extension_when_jscalendar_can_say_it_all(
      @ForAll("valid") Map<String, Object> google) {
    assertThat(Mapped.extension(Mapped.of(google))).isEmpty();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void should_be_at_the_same_instants(@ForAll("valid") Map<String, Object> google) {
    var item = EventMapping.toItem(google);
    var zone = item.timeZone().orElse(ZoneOffset.UTC);

    var start = item.start().orElseThrow().atZone(zone).toInstant();

    assertThat(start).isEqualTo(instant(google.get("start")));
    assertThat(start.plus(item.duration())).isEqualTo(instant(google.get("end")));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void should_lose_nothing_when_the_item_was_stored_as_text(
      @ForAll("library") Map<String, Object> google) throws IOException {
    var text = JSON.std.asString(EventMapping.toItem(google).json());

    assertThat(EventMapping.toGoogle(CalendarEvent.of(Mapped.json(text)))).isEqualTo(google);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void should_lose_no_more_than_an_order_when_a_store_sorts_the_keys(
      @ForAll("library") Map<String, Object> google) {
    var item = CalendarEvent.of(sorted(EventMapping.toItem(google).json()));

    assertThat(unordered(EventMapping.toGoogle(item))).isEqualTo(unordered(google));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void should_change_nothing_else_when_the_crm_changes_the_title(
      @ForAll("library") Map<String, Object> google, @ForAll String title) {
    var expected = new LinkedHashMap<>(google);
    expected.put("summary", title);

    var edited = Mapped.edited(EventMapping.toItem(google), "title", title);

    assertThat(EventMapping.toGoogle(edited)).isEqualTo(expected);
  }

  @Example
  void should_know_of_every_property_that_is_officially_described() {
    assertThat(paths("", LIBRARY)).containsAll(paths("", OFFICIAL));
    assertThat(paths("", LIBRARY))
        .contains(
            "/birthdayProperties/type", "/attendees/*/responseStatus", "/reminders/useDefault");
  }

  private static Instant instant(Object time) {
    var said = (Map<?, ?>) time;
    return said.containsKey("date")
        ? LocalDate.parse((String) said.get("date")).atStartOfDay().toInstant(ZoneOffset.UTC)
        : OffsetDateTime.parse((String) said.get("dateTime")).toInstant();
  }

  private static Set<String> paths(String path, Map<String, Object> schema) {
    var paths = new HashSet<String>();
    var node = new Node(schema);
    node.entries("properties")
        .forEach(
            (name, property) -> {
              paths.add(path + "/" + name);
              paths.addAll(paths(path + "/" + name, property.json()));
            });
    node.object("items").ifPresent(items -> paths.addAll(paths(path + "/*", items.json())));
    return paths;
  }

  private static Map<String, Object> sorted(Map<String, Object> json) {
    var sorted = new TreeMap<String, Object>();
    json.forEach((name, value) -> sorted.put(name, sortedValue(value)));
    return sorted;
  }

  @SuppressWarnings("unchecked")
  private static Object sortedValue(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(NothingLostTest::sortedValue).toList();
    }
    return value instanceof Map<?, ?> map ? sorted((Map<String, Object>) map) : value;
  }

  /** With every list as the number of times that it holds each member. */
  private static Object unordered(Object value) {
    if (value instanceof List<?> list) {
      return list.stream()
          .collect(Collectors.groupingBy(NothingLostTest::unordered, Collectors.counting()));
    }
    if (value instanceof Map<?, ?> map) {
      var copy = new LinkedHashMap<Object, Object>();
      map.forEach((name, member) -> copy.put(name, unordered(member)));
      return copy;
    }
    return value;
  }
}
