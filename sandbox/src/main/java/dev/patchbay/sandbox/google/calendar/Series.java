package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A recurring event and its occurrences, each with the id that Google gives it. */
final class Series {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final OpenCalendar calendar;
  private final StoredEvent master;
  private final ObjectNode document;
  private final boolean allDay;

  Series(OpenCalendar calendar, StoredEvent master) {
    this.calendar = calendar;
    this.master = master;
    this.document = master.document();
    this.allDay = document.path("start").has("date");
  }

  /** The occurrences that follow the series; changed or cancelled ones are events of their own. */
  List<StoredEvent> untouchedOccurrences(long from, long to) {
    Set<String> touched =
        calendar.book().exceptionsOf(master.id()).stream()
            .map(StoredEvent::id)
            .collect(Collectors.toSet());
    return starts(from, to).stream()
        .map(this::occurrence)
        .filter(event -> !touched.contains(event.get("id").asText()))
        .map(event -> StoredEvent.of(master.sequence(), event))
        .toList();
  }

  /** The occurrence with that id, when the rule yields it. */
  Optional<StoredEvent> occurrence(String id) {
    return startIn(id)
        .filter(start -> starts(start.toEpochMilli(), start.toEpochMilli() + 1).contains(start))
        .map(this::occurrence)
        .map(event -> StoredEvent.of(master.sequence(), event));
  }

  private List<Instant> starts(long from, long to) {
    long length = duration().toMillis();
    List<String> rules = new ArrayList<>();
    document.get("recurrence").forEach(rule -> rules.add(rule.asText()));
    Instant first = Instant.ofEpochMilli(master.span().start());
    return new Recurrence(rules, zone())
        .starts(first, to).stream()
            .filter(start -> start.toEpochMilli() + Math.max(1, length) > from)
            .toList();
  }

  private ZoneId zone() {
    return allDay ? ZoneOffset.UTC : Span.zone(document.get("start"), calendar.info().zone());
  }

  private Duration duration() {
    return Duration.ofMillis(Span.once(document).length());
  }

  /** The occurrence that starts then. */
  ObjectNode occurrence(Instant start) {
    ObjectNode event = document.deepCopy();
    event.remove("recurrence");
    event.put("id", master.id() + "_" + stamp(start));
    event.put("recurringEventId", master.id());
    event.set("originalStartTime", time(start, document.get("start")));
    event.set("start", time(start, document.get("start")));
    event.set("end", time(start.plus(duration()), document.get("end")));
    return event;
  }

  private String stamp(Instant start) {
    return allDay ? day(start).format(DateTimeFormatter.BASIC_ISO_DATE) : STAMP.format(start);
  }

  private static LocalDate day(Instant start) {
    return LocalDate.ofInstant(start, ZoneOffset.UTC);
  }

  private ObjectNode time(Instant at, JsonNode like) {
    if (allDay) {
      return Json.object().put("date", day(at).toString());
    }
    ZoneId zone = Span.zone(like, calendar.info().zone());
    return Json.object().put("dateTime", EventTimes.format(at, zone)).put("timeZone", zone.getId());
  }

  private Optional<Instant> startIn(String id) {
    String stamp = id.substring(id.lastIndexOf('_') + 1);
    try {
      return Optional.of(
          allDay
              ? LocalDate.parse(stamp, DateTimeFormatter.BASIC_ISO_DATE)
                  .atStartOfDay(ZoneOffset.UTC)
                  .toInstant()
              : STAMP.parse(stamp, Instant::from).truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
