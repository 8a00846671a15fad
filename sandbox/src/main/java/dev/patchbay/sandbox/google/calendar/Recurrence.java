package dev.patchbay.sandbox.google.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** The lines of {@code recurrence}: RRULE, RDATE and EXDATE of RFC 5545, without DTSTART. */
record Recurrence(List<String> lines, ZoneId zone) {
  private static final int MOST = 20_000;
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  /** All starts before {@code to}, in order. */
  List<Instant> starts(Instant first, long to) {
    Set<Instant> starts = new TreeSet<>();
    starts.add(first);
    named("RRULE").forEach(rule -> starts.addAll(ruled(rule, first, to)));
    named("RDATE").flatMap(this::dates).forEach(starts::add);
    Set<Instant> excluded = new HashSet<>(named("EXDATE").flatMap(this::dates).toList());
    return starts.stream()
        .filter(start -> start.toEpochMilli() < to && !excluded.contains(start))
        .toList();
  }

  private Stream<String> named(String name) {
    return lines.stream().filter(line -> line.startsWith(name));
  }

  private Set<Instant> ruled(String line, Instant first, long to) {
    Set<Instant> starts = new TreeSet<>();
    RecurrenceRuleIterator each =
        rule(line).iterator(first.toEpochMilli(), TimeZone.getTimeZone(zone));
    while (each.hasNext() && starts.size() < MOST) {
      long start = each.nextMillis();
      if (start >= to) {
        break;
      }
      starts.add(Instant.ofEpochMilli(start));
    }
    return starts;
  }

  static RecurrenceRule rule(String line) {
    try {
      return new RecurrenceRule(line.substring(line.indexOf(':') + 1));
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalArgumentException("Not a recurrence rule: " + line, e);
    }
  }

  private Stream<Instant> dates(String line) {
    int colon = line.indexOf(':');
    String head = line.substring(0, colon);
    ZoneId own =
        head.contains("TZID=") ? ZoneId.of(head.replaceAll(".*TZID=([^;:]+).*", "$1")) : zone;
    return Arrays.stream(line.substring(colon + 1).split(",", -1)).map(text -> date(text, own));
  }

  private static Instant date(String text, ZoneId zone) {
    if (text.length() == 8) {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
          .atStartOfDay(ZoneOffset.UTC)
          .toInstant();
    }
    ZoneId own = text.endsWith("Z") ? ZoneOffset.UTC : zone;
    return LocalDateTime.parse(text.replace("Z", ""), LOCAL).atZone(own).toInstant();
  }
}
