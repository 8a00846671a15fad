package dev.patchbay.googlecalendar.event;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long something lasts (RFC 8984, section 1.4.6). Days are days of the calendar, which a clock
 * change makes shorter or longer; hours, minutes and seconds are exact.
 *
 * @param days whole days
 * @param exact the rest, never negative
 */
record Length(long days, Duration exact) {

  private static final Pattern TEXT =
      Pattern.compile(
          "P(?:(\\d{1,9})W)?(?:(\\d{1,9})D)?"
              + "(?:T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9})(\\.\\d{1,9})?S)?)?");

  static Length ofDays(long days) {
    return new Length(days, Duration.ZERO);
  }

  static Length exactly(Duration exact) {
    return new Length(0, exact);
  }

  static Optional<Length> parse(String text) {
    var match = TEXT.matcher(text);
    if (!match.matches() || text.endsWith("P") || text.endsWith("T")) {
      return Optional.empty();
    }
    var exact =
        Duration.ofHours(number(match.group(3)))
            .plusMinutes(number(match.group(4)))
            .plusSeconds(number(match.group(5)))
            .plusNanos(nanos(match.group(6)));
    return Optional.of(new Length(7 * number(match.group(1)) + number(match.group(2)), exact));
  }

  /** Days if it has any or is nothing else, then the exact rest without a gap in its units. */
  String format() {
    if (exact.isZero()) {
      return "P" + days + "D";
    }
    return (days == 0 ? "P" : "P" + days + "D") + time();
  }

  /** The whole days that it makes up for an event without times; empty if it does not. */
  Optional<Long> wholeDays() {
    var whole = exact.toDays();
    return exact.equals(Duration.ofDays(whole)) ? Optional.of(days + whole) : Optional.empty();
  }

  ZonedDateTime after(LocalDateTime start, ZoneId zone) {
    return start.atZone(zone).plusDays(days).plus(exact);
  }

  private String time() {
    var seconds = exact.toSecondsPart();
    var fraction = fraction(exact.toNanosPart());
    var text = new StringBuilder("T");
    if (exact.toHours() > 0) {
      text.append(exact.toHours()).append('H');
    }
    var secondsFollow = seconds > 0 || !fraction.isEmpty();
    if (exact.toMinutesPart() > 0 || (exact.toHours() > 0 && secondsFollow)) {
      text.append(exact.toMinutesPart()).append('M');
    }
    if (secondsFollow) {
      text.append(seconds).append(fraction).append('S');
    }
    return text.toString();
  }

  private static String fraction(int nanos) {
    return nanos == 0 ? "" : "." + String.format("%09d", nanos).replaceFirst("0+$", "");
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static long nanos(String fraction) {
    return fraction == null
        ? 0
        : Long.parseLong((fraction.substring(1) + "000000000").substring(0, 9));
  }
}
