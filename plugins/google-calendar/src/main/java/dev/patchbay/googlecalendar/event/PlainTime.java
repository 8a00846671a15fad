package dev.patchbay.googlecalendar.event;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The shape that nearly every time has, {@code 2026-04-14T09:00:00} with perhaps milliseconds, read
 * digit by digit: the JDK's formatters understand everything and cost more than the rest of a
 * mapping. Whatever looks different is left to them.
 */
final class PlainTime {

  /** How long the shape is, without a fraction. */
  static final int LENGTH = 19;

  /** How long milliseconds are, with their point. */
  static final int MILLIS_LENGTH = 4;

  /** How long an offset is, as {@code +02:00}. */
  static final int OFFSET_LENGTH = 6;

  private static final String SHAPE = "0000-00-00T00:00:00";
  private static final int NANOS_A_MILLI = 1_000_000;

  private PlainTime() {}

  /** The time that stands in the text up to this end; empty if it is not of this shape. */
  static Optional<LocalDateTime> parse(String text, int end) {
    var nanos = nanos(text, end);
    if (nanos < 0 || !hasShape(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(
              100 * number(text, 0) + number(text, 2),
              number(text, 5),
              number(text, 8),
              number(text, 11),
              number(text, 14),
              number(text, 17),
              nanos));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The offset that stands at the end of the text, as {@code +02:00}; empty if there is none. */
  static Optional<ZoneOffset> offset(String text) {
    var at = text.length() - OFFSET_LENGTH;
    if (at < LENGTH || text.charAt(at + 3) != ':' || !digits(text, at + 1, at + 4)) {
      return Optional.empty();
    }
    var seconds = 3600 * number(text, at + 1) + 60 * number(text, at + 4);
    return switch (text.charAt(at)) {
      case '+' -> sound(seconds, text, at);
      case '-' -> sound(-seconds, text, at);
      default -> Optional.empty();
    };
  }

  private static Optional<ZoneOffset> sound(int seconds, String text, int at) {
    return number(text, at + 1) < 18 && number(text, at + 4) < 60
        ? Optional.of(ZoneOffset.ofTotalSeconds(seconds))
        : Optional.empty();
  }

  private static int nanos(String text, int end) {
    if (end == LENGTH) {
      return 0;
    }
    var fraction = end == LENGTH + MILLIS_LENGTH && text.charAt(LENGTH) == '.';
    return fraction && digits(text, LENGTH + 1, LENGTH + 2)
        ? NANOS_A_MILLI * (10 * number(text, LENGTH + 1) + text.charAt(LENGTH + 3) - '0')
        : -1;
  }

  private static boolean hasShape(String text) {
    for (var i = 0; i < LENGTH; i++) {
      var c = text.charAt(i);
      if (SHAPE.charAt(i) == '0' ? c < '0' || c > '9' : c != SHAPE.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean digits(String text, int... pairs) {
    for (var at : pairs) {
      if (!isDigit(text.charAt(at)) || !isDigit(text.charAt(at + 1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int number(String text, int at) {
    return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
  }
}
