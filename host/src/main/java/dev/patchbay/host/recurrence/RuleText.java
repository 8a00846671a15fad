package dev.patchbay.host.recurrence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule of JSCalendar (RFC 8984, section 4.3.3) as the text of iCalendar that yields the same
 * times, without its end.
 */
final class RuleText {
  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("frequency", "FREQ"),
          Map.entry("interval", "INTERVAL"),
          Map.entry("firstDayOfWeek", "WKST"),
          Map.entry("byDay", "BYDAY"),
          Map.entry("byMonthDay", "BYMONTHDAY"),
          Map.entry("byMonth", "BYMONTH"),
          Map.entry("byYearDay", "BYYEARDAY"),
          Map.entry("byWeekNo", "BYWEEKNO"),
          Map.entry("byHour", "BYHOUR"),
          Map.entry("byMinute", "BYMINUTE"),
          Map.entry("bySecond", "BYSECOND"),
          Map.entry("bySetPosition", "BYSETPOS"));
  private static final Set<String> SAYING_NOTHING = Set.of("@type", "count", "until");
  private static final Map<String, Object> USUAL = Map.of("rscale", "gregorian", "skip", "omit");

  private RuleText() {}

  static String of(Map<?, ?> rule) {
    List<String> parts = new ArrayList<>();
    rule.forEach(
        (name, value) -> {
          String part = PARTS.get(name);
          if (part != null) {
            parts.add(part + "=" + text(value));
          } else if (!SAYING_NOTHING.contains(name) && !value.equals(USUAL.get(name))) {
            throw new NotSplittable(
                "its rule says %s: %s, by which nothing is reckoned here".formatted(name, value));
          }
        });
    return String.join(";", parts);
  }

  private static String text(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(RuleText::text).collect(Collectors.joining(","));
    }
    return value instanceof Map<?, ?> day
        ? (day.containsKey("nthOfPeriod") ? day.get("nthOfPeriod").toString() : "")
            + text(day.get("day"))
        : value.toString().toUpperCase(Locale.ROOT);
  }
}
