package dev.patchbay.console.event;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** When an event is, on the clock of its own time zone. */
record Occurrence(LocalDateTime start, LocalDateTime end, boolean allDay, Optional<String> zone) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK);

  static Occurrence of(
      LocalDateTime start, String duration, boolean allDay, Optional<String> zone) {
    return new Occurrence(start, after(start, duration), allDay, zone);
  }

  /** Where the day has a place in a list, its times: {@code 09:00–09:45}. */
  String hours() {
    if (allDay) {
      return "All day";
    }
    return start.equals(end) ? TIME.format(start) : TIME.format(start) + "–" + TIME.format(end);
  }

  LocalDate lastDay() {
    boolean endsAtMidnight = end.toLocalTime().toSecondOfDay() == 0 && end.isAfter(start);
    return endsAtMidnight ? end.toLocalDate().minusDays(1) : end.toLocalDate();
  }

  /** Day and hours in full. */
  String inWords() {
    LocalDate first = start.toLocalDate();
    String days = first.equals(lastDay()) ? day(first) : day(first) + " to " + day(lastDay());
    return allDay ? days : days + ", " + hours();
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** ISO 8601 allows days before the T; the JDK reads the two halves apart. */
  private static LocalDateTime after(LocalDateTime start, String duration) {
    int time = duration.indexOf('T');
    String days = time < 0 ? duration : duration.substring(0, time);
    LocalDateTime end = days.length() > 1 ? start.plus(Period.parse(days)) : start;
    return time < 0 ? end : end.plus(Duration.parse("P" + duration.substring(time)));
  }
}
