package dev.patchbay.googlecalendar.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.googlecalendar.json.Json;
import dev.patchbay.googlecalendar.json.Node;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Google event on its way to JSCalendar and back. Whatever a test looks at, it also checks that
 * the result keeps to the RFC and that nothing was lost.
 */
final class Mapped {

  private static final String WHEN =
      """
      "start":{"date":"2026-11-23"},"end":{"date":"2026-11-24"}""";

  private Mapped() {}

  /** An event with these members, and a UID and a day as its time unless they say them. */
  static CalendarEvent event(String members) {
    var google = new LinkedHashMap<String, Object>();
    if (!members.contains("recurringEventId")) {
      google.put("iCalUID", "e@google.com");
    }
    if (!members.contains("originalStartTime")) {
      google.putAll(json("{" + WHEN + "}"));
    }
    google.putAll(json("{" + members + "}"));
    return of(google);
  }

  static CalendarEvent of(Map<String, Object> google) {
    var untouched = google.toString();
    var item = EventMapping.toItem(google);
    assertThat(google).hasToString(untouched);
    assertThat(JsCalendarRules.problems(item.json())).isEmpty();
    assertThat(EventMapping.toGoogle(item)).isEqualTo(google);
    return item;
  }

  /** What rides in the vendor extension. */
  static Map<String, Object> extension(CalendarEvent item) {
    return new Node(item.json()).object(EventMapping.EXTENSION).map(Node::json).orElse(Map.of());
  }

  /** The event after the CRM set a property; null removes it. */
  static CalendarEvent edited(CalendarEvent item, String property, Object value) {
    var json = new LinkedHashMap<>(item.json());
    if (value == null) {
      json.remove(property);
    } else {
      json.put(property, value);
    }
    return CalendarEvent.of(json);
  }

  static Map<String, Object> json(String text) {
    return Json.object(text.getBytes(StandardCharsets.UTF_8));
  }
}
