package dev.patchbay.host.recurrence;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The times that a rule yields up to one. They are reckoned on the clock of the series, on which
 * JSCalendar says every time of a recurrence, so no clock change is met on the way.
 *
 * @param before those before it; the first is the start, which counts even if the rule would not
 *     yield it
 * @param met whether it is one of them
 */
record RuleTimes(List<LocalDateTime> before, boolean met) {
  private static final int MOST = 20_000;
  private static final TimeZone PLAIN = TimeZone.getTimeZone(ZoneOffset.UTC);

  static RuleTimes upTo(LocalDateTime to, Map<?, ?> rule, LocalDateTime start) {
    RecurrenceRuleIterator each = iterator(rule, start);
    Optional<LocalDateTime> until = until(rule);
    long count = rule.get("count") instanceof Number most ? most.longValue() : Long.MAX_VALUE;
    List<LocalDateTime> before = new ArrayList<>();
    LocalDateTime next = start;
    while (next != null && next.isBefore(to) && before.size() < count && isIn(next, until)) {
      before.add(next);
      requireFew(before);
      next = after(next, each);
    }
    return new RuleTimes(before, to.equals(next) && before.size() < count && isIn(to, until));
  }

  private static boolean isIn(LocalDateTime time, Optional<LocalDateTime> until) {
    return until.filter(time::isAfter).isEmpty();
  }

  private static Optional<LocalDateTime> until(Map<?, ?> rule) {
    return Optional.ofNullable(rule.get("until")).map(Object::toString).map(Series::time);
  }

  private static RecurrenceRuleIterator iterator(Map<?, ?> rule, LocalDateTime start) {
    String text = RuleText.of(rule);
    try {
      return new RecurrenceRule(text).iterator(millis(start), PLAIN);
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
      throw new NotSplittable("its rule cannot be reckoned (%s)".formatted(text));
    }
  }

  /** Null if there is none. */
  private static LocalDateTime after(LocalDateTime last, RecurrenceRuleIterator each) {
    try {
      while (each.hasNext()) {
        long next = each.nextMillis();
        if (next > millis(last)) {
          return LocalDateTime.ofEpochSecond(next / 1000, 0, ZoneOffset.UTC);
        }
      }
      return null;
    } catch (IllegalArgumentException endless) {
      return null;
    }
  }

  private static void requireFew(List<LocalDateTime> before) {
    if (before.size() > MOST) {
      throw new NotSplittable("it has more than %d occurrences before that".formatted(MOST));
    }
  }

  private static long millis(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC) * 1000;
  }
}
