package dev.patchbay.api.item;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * The texts of times and durations in RFC 8984 (sections 1.4.4 and 1.4.6), which allow weeks beside
 * hours where {@link Duration} reads neither weeks nor writes days.
 */
final class EventTime {

  private static final Pattern WEEKS = Pattern.compile("P(\\d+)W(.*)");
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private EventTime() {}

  static Duration parse(String text) {
    var weeks = WEEKS.matcher(text);
    if (!weeks.matches()) {
      return Duration.parse(text);
    }
    var whole = Duration.ofDays(7 * Long.parseLong(weeks.group(1)));
    return weeks.group(2).isEmpty() ? whole : whole.plus(Duration.parse("P" + weeks.group(2)));
  }

  static String format(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("An event cannot last " + duration);
    }
    var days = duration.toDays();
    if (days == 0) {
      return duration.toString();
    }
    var rest = duration.minusDays(days);
    return "P" + days + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
  }

  static String format(LocalDateTime time) {
    return LOCAL.format(time);
  }
}
