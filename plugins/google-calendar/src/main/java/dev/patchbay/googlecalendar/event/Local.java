package dev.patchbay.googlecalendar.event;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A LocalDateTime as RFC 8984 (section 1.4.5) writes it: always seconds, no idle fraction. */
final class Local {

  private static final int NANOS_A_MILLI = 1_000_000;

  private Local() {}

  static Optional<LocalDateTime> parse(String text) {
    var plain = PlainTime.parse(text, text.length());
    return plain.isPresent() ? plain : parseAny(text);
  }

  private static Optional<LocalDateTime> parseAny(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static String format(LocalDateTime time) {
    if (time.getNano() == 0) {
      return time + (time.getSecond() == 0 ? ":00" : "");
    }
    var milli = time.getNano() / NANOS_A_MILLI;
    return time.getNano() % NANOS_A_MILLI == 0 && milli % 10 != 0
        ? time.toString()
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
  }
}
