package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.google.GoogleError;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/** What an event must be like before it is taken; refusals are in Google's form. */
final class EventRules {
  private static final Pattern ID = Pattern.compile("[a-v0-9]{5,1024}");

  private EventRules() {}

  static void checkNewId(String id) {
    if (!ID.matcher(id).matches()) {
      throw GoogleError.invalid("Invalid resource id value.");
    }
  }

  static void check(ObjectNode event, ZoneId calendarZone) {
    for (String name : List.of("start", "end")) {
      checkTime(name, event.path(name));
      EventTimes.normalize((ObjectNode) event.get(name), calendarZone);
    }
    checkOrder(event);
    checkRecurrence(event);
    event.path("attendees").forEach(EventRules::checkAttendee);
  }

  private static void checkTime(String name, JsonNode time) {
    if (!time.hasNonNull("date") && !time.hasNonNull("dateTime")) {
      throw GoogleError.required("Missing " + name + " time.");
    }
    if (time.hasNonNull("date") && time.hasNonNull("dateTime")) {
      throw GoogleError.invalid("Invalid " + name + " time.");
    }
    try {
      Span.zone(time, ZoneId.of("UTC"));
    } catch (DateTimeException e) {
      throw GoogleError.invalid(
          "Invalid time zone definition for " + name + " time: " + time.get("timeZone").asText());
    }
  }

  private static void checkOrder(ObjectNode event) {
    if (event.get("start").has("date") != event.get("end").has("date")) {
      throw GoogleError.invalid(
          "Start and end times must either both be date or both be dateTime.");
    }
    if (Span.once(event).length() < 0) {
      throw GoogleError.of(400, "calendar", "timeRangeEmpty", "The specified time range is empty.");
    }
  }

  private static void checkRecurrence(ObjectNode event) {
    for (JsonNode line : event.path("recurrence")) {
      String text = line.asText();
      boolean known = text.startsWith("RRULE:") || text.matches("(?s)(EXDATE|RDATE|EXRULE)[;:].*");
      try {
        if (text.startsWith("RRULE:")) {
          Recurrence.rule(text);
        }
      } catch (IllegalArgumentException e) {
        known = false;
      }
      if (!known) {
        throw GoogleError.invalid("Invalid recurrence rule.");
      }
    }
  }

  private static void checkAttendee(JsonNode attendee) {
    if (!attendee.path("email").asText().contains("@")) {
      throw GoogleError.required("Missing attendee email.");
    }
  }
}
