package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The clock by which a series recurs. JSCalendar says every time of a recurrence on it; iCalendar
 * says a time as a day, on a clock of its own, or in UTC.
 *
 * @param zone empty for days and floating time
 * @param allDay whether the series is of whole days
 */
record SeriesClock(Optional<ZoneId> zone, boolean allDay) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  static SeriesClock of(Node event) {
    return new SeriesClock(
        event.text("timeZone").flatMap(Zones::named), event.yes("showWithoutTime"));
  }

  /** The last moment of a rule; a day without a time is part of it to its end. */
  Optional<LocalDateTime> until(String text) {
    if (text.length() > 8) {
      return time(text, Optional.empty());
    }
    return day(text).map(day -> allDay ? day.atStartOfDay() : day.atTime(LAST_SECOND));
  }

  /** As iCalendar wants the last moment of a rule: a day, or UTC unless the series floats. */
  String untilText(LocalDateTime until) {
    return zone.isEmpty() || allDay
        ? text(until)
        : TIME.format(until.atZone(zone.get()).withZoneSameInstant(ZoneOffset.UTC)) + "Z";
  }

  /** The start of an occurrence; empty for a day in a series of times. */
  Optional<LocalDateTime> start(String text, Optional<ZoneId> sayer) {
    if (text.length() > 8) {
      return allDay ? Optional.empty() : time(text, sayer);
    }
    return allDay ? day(text).map(LocalDate::atStartOfDay) : Optional.empty();
  }

  /** A time on this clock, or a day. */
  String text(LocalDateTime time) {
    return allDay ? DateTimeFormatter.BASIC_ISO_DATE.format(time.toLocalDate()) : TIME.format(time);
  }

  private Optional<LocalDateTime> time(String text, Optional<ZoneId> sayer) {
    try {
      var utc = text.endsWith("Z");
      var time = LocalDateTime.parse(utc ? text.substring(0, 15) : text, TIME);
      var said = utc ? Optional.<ZoneId>of(ZoneOffset.UTC) : sayer.or(() -> zone);
      return Optional.of(
          zone.isPresent() && said.isPresent()
              ? time.atZone(said.get()).withZoneSameInstant(zone.get()).toLocalDateTime()
              : time);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
