package dev.patchbay.googlecalendar.event;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Instants as RFC 8984 (section 1.4.4) and Google write them. */
final class Utc {

  private static final DateTimeFormatter GOOGLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

  private Utc() {}

  /** The instant of an RFC 3339 text; empty if it is none. */
  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** As a UTCDateTime, whose fraction ends in no zero. */
  static String format(Instant instant) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
  }

  /** As Google writes it, always with milliseconds. */
  static String googleFormat(Instant instant) {
    return GOOGLE.format(instant.atOffset(ZoneOffset.UTC));
  }
}
