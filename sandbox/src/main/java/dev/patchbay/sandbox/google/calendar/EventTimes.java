package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.google.GoogleError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/** Brings the times of an event into the form in which Google gives them back. */
final class EventTimes {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

  private EventTimes() {}

  static String format(Instant at, ZoneId zone) {
    return FORM.format(at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }

  /** Normalises one {@code EventDateTime}: a day, or an instant in a zone. */
  static void normalize(ObjectNode time, ZoneId calendarZone) {
    try {
      if (time.hasNonNull("date")) {
        time.put("date", LocalDate.parse(time.get("date").asText()).toString());
        time.remove("dateTime");
      } else {
        instant(time, calendarZone);
      }
    } catch (DateTimeException e) {
      throw GoogleError.invalid("Invalid value for: " + e.getMessage());
    }
  }

  private static void instant(ObjectNode time, ZoneId calendarZone) {
    time.remove("date");
    ZoneId zone = Span.zone(time, calendarZone);
    TemporalAccessor given =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            time.path("dateTime").asText(), OffsetDateTime::from, LocalDateTime::from);
    Instant at =
        given instanceof OffsetDateTime fixed
            ? fixed.toInstant()
            : ((LocalDateTime) given).atZone(zone).toInstant();
    time.put("dateTime", format(at, zone));
    time.put("timeZone", zone.getId());
  }
}
