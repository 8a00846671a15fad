package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * From when to when an event reaches, in milliseconds; a series is taken to go on for good. Days
 * count in UTC.
 */
record Span(long start, long end, boolean recurs) {
  static Span of(ObjectNode event) {
    Span once = once(event);
    return event.has("recurrence") ? new Span(once.start, Long.MAX_VALUE, true) : once;
  }

  /** From the start to the end that the event names, as if it did not recur. */
  static Span once(ObjectNode event) {
    return new Span(millis(event.path("start")), millis(event.path("end")), false);
  }

  long length() {
    return end - start;
  }

  private static long millis(JsonNode time) {
    if (time.has("date")) {
      return LocalDate.parse(time.get("date").asText())
          .atStartOfDay(ZoneOffset.UTC)
          .toInstant()
          .toEpochMilli();
    }
    return time.has("dateTime") ? instant(time).toEpochMilli() : 0;
  }

  static Instant instant(JsonNode time) {
    return OffsetDateTime.parse(time.get("dateTime").asText()).toInstant();
  }

  static ZoneId zone(JsonNode time, ZoneId other) {
    return time.has("timeZone") ? ZoneId.of(time.get("timeZone").asText()) : other;
  }

  boolean overlaps(long from, long to) {
    return start < to && Math.max(end, start + 1) > from;
  }
}
