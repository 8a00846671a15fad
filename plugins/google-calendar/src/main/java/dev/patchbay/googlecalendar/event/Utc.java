package dev.patchbay.googlecalendar.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Instants as RFC 8984 (section 1.4.4) and Google write them. */
final class Utc {

  private static final DateTimeFormatter GOOGLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

  private static final Optional<LocalDateTime> NO_TIME = Optional.empty();

  private Utc() {}

  /** The instant of an RFC 3339 text; empty if it is none. */
  static Optional<Instant> parse(String text) {
    var plain = text.endsWith("Z") ? PlainTime.parse(text, text.length() - 1) : NO_TIME;
    return plain.isPresent() ? plain.map(time -> time.toInstant(ZoneOffset.UTC)) : parseAny(text);
  }

  private static Optional<Instant> parseAny(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** As a UTCDateTime, whose fraction ends in no zero. */
  static String format(Instant instant) {
    return Local.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z";
  }

  /** As Google writes it, always with milliseconds. */
  static String googleFormat(Instant instant) {
    var time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    var text = Local.format(time);
    if (text.length() == PlainTime.LENGTH) {
      return text + ".000Z";
    }
    var milliseconds =
        text.length() == PlainTime.LENGTH + PlainTime.MILLIS_LENGTH
            && text.charAt(PlainTime.LENGTH) == '.';
    return milliseconds ? text + "Z" : GOOGLE.format(time);
  }
}
