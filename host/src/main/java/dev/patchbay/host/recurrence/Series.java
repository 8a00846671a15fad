package dev.patchbay.host.recurrence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A recurring event in the standard schema, and the two that it becomes where it is split. Of its
 * occurrences each is in exactly one of them.
 */
public final class Series {
  public static final String START = "start";
  public static final String RULES = "recurrenceRules";
  public static final String OVERRIDES = "recurrenceOverrides";
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private final Map<String, Object> data;
  private final LocalDateTime start;
  private final Map<?, ?> rule;

  private Series(Map<String, Object> data, LocalDateTime start, Map<?, ?> rule) {
    this.data = data;
    this.start = start;
    this.rule = rule;
  }

  /**
   * @throws NotSplittable if it recurs by no rule, or not by one rule alone
   */
  public static Series of(Map<String, Object> data) {
    if (!isSeries(data)) {
      throw new NotSplittable("it does not recur");
    }
    List<?> rules = (List<?>) data.get(RULES);
    if (rules.size() != 1 || data.containsKey("excludedRecurrenceRules")) {
      throw new NotSplittable("it recurs by more than one rule");
    }
    return new Series(data, time(String.valueOf(data.get(START))), (Map<?, ?>) rules.get(0));
  }

  public static boolean isSeries(Map<String, Object> data) {
    return data.get(RULES) instanceof List<?> rules
        && !rules.isEmpty()
        && rules.stream().allMatch(Map.class::isInstance);
  }

  /**
   * A time of the standard schema, or a day.
   *
   * @throws NotSplittable if it is neither
   */
  public static LocalDateTime time(String text) {
    try {
      return text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
    } catch (DateTimeException e) {
      throw new NotSplittable("%s is no local time and no day".formatted(text));
    }
  }

  public static String text(LocalDateTime time) {
    return LOCAL.format(time);
  }

  /** Whether the rule yields an occurrence then that takes place. */
  public boolean has(LocalDateTime time) {
    return RuleTimes.upTo(time, rule, start).met() && !isExcluded(time);
  }

  /** Whether an occurrence takes place before that. */
  public boolean hasBefore(LocalDateTime time) {
    return RuleTimes.upTo(time, rule, start).before().stream().anyMatch(one -> !isExcluded(one));
  }

  private boolean isExcluded(LocalDateTime time) {
    return data.get(OVERRIDES) instanceof Map<?, ?> overrides
        && overrides.get(text(time)) instanceof Map<?, ?> patch
        && Boolean.TRUE.equals(patch.get("excluded"));
  }

  /** The part before a time; as it is if it ends before that anyway, or begins later. */
  public Map<String, Object> endingBefore(LocalDateTime from) {
    RuleTimes times = RuleTimes.upTo(from, rule, start);
    if (times.before().isEmpty()) {
      return data;
    }
    Map<String, Object> ending = new LinkedHashMap<>(data);
    if (isLongerThan(times, from)) {
      Map<String, Object> ended = copy(rule);
      ended.remove("count");
      ended.put("until", text(times.before().get(times.before().size() - 1)));
      ending.put(RULES, List.of(ended));
    }
    keepOverrides(ending, time -> time.isBefore(from));
    return ending;
  }

  private boolean isLongerThan(RuleTimes times, LocalDateTime from) {
    if (rule.get("count") instanceof Number count) {
      return count.longValue() > times.before().size();
    }
    return Optional.ofNullable(rule.get("until"))
        .map(until -> !time(until.toString()).isBefore(from))
        .orElse(true);
  }

  /** The part from a time on. */
  public Map<String, Object> continuingAt(LocalDateTime from) {
    Map<String, Object> continuing = new LinkedHashMap<>(data);
    continuing.put(START, text(from));
    if (rule.get("count") instanceof Number count) {
      Map<String, Object> rest = copy(rule);
      rest.put("count", count.longValue() - RuleTimes.upTo(from, rule, start).before().size());
      continuing.put(RULES, List.of(rest));
    }
    keepOverrides(continuing, time -> !time.isBefore(from));
    return continuing;
  }

  private static Map<String, Object> copy(Map<?, ?> rule) {
    Map<String, Object> copy = new LinkedHashMap<>();
    rule.forEach((name, value) -> copy.put((String) name, value));
    return copy;
  }

  private static void keepOverrides(Map<String, Object> series, Predicate<LocalDateTime> which) {
    if (series.get(OVERRIDES) instanceof Map<?, ?> overrides) {
      Map<String, Object> kept = copy(overrides);
      kept.keySet().removeIf(time -> !which.test(time(time)));
      if (kept.isEmpty()) {
        series.remove(OVERRIDES);
      } else {
        series.put(OVERRIDES, kept);
      }
    }
  }
}
