package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An event of the seed file, whose days count from Monday of the present week: {@code day} and
 * {@code at} with {@code minutes}, or {@code day} with {@code days}.
 */
final class SeedEvent {
  private final ObjectNode seed;
  private final OpenCalendar calendar;
  private final ZoneId zone;
  private final LocalDate monday;

  SeedEvent(ObjectNode seed, OpenCalendar calendar, Clock clock) {
    this.seed = seed;
    this.calendar = calendar;
    this.zone = seed.has("zone") ? ZoneId.of(seed.get("zone").asText()) : calendar.info().zone();
    this.monday =
        LocalDate.now(clock.withZone(zone))
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  String id() {
    String name = calendar.info().id() + "/" + seed.get("key").asText();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }

  ObjectNode content() {
    ObjectNode event = (ObjectNode) seed.get("event").deepCopy();
    schedule(event, seed);
    if (seed.has("video")) {
      ObjectNode conference = Conferences.meeting(seed.get("video").asText());
      event.set("conferenceData", conference);
      event.set("hangoutLink", conference.at("/entryPoints/0/uri"));
    }
    for (JsonNode excluded : seed.path("exclude")) {
      ((ArrayNode) event.get("recurrence")).add(exclusion(excluded.asInt()));
    }
    return event;
  }

  /** What the server itself would set, such as another organizer. */
  Map<String, JsonNode> overrides() {
    return seed.path("override").properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private String exclusion(int day) {
    String time = seed.get("at").asText().replace(":", "") + "00";
    String date = monday.plusDays(day).toString().replace("-", "");
    return "EXDATE;TZID=" + zone.getId() + ":" + date + "T" + time;
  }

  private void schedule(ObjectNode event, JsonNode when) {
    LocalDate day = monday.plusDays(when.get("day").asInt());
    if (!when.has("at")) {
      event.putObject("start").put("date", day.toString());
      event.putObject("end").put("date", day.plusDays(when.path("days").asInt(1)).toString());
      return;
    }
    ZonedDateTime start = day.atTime(LocalTime.parse(when.get("at").asText())).atZone(zone);
    event.set("start", time(start));
    event.set("end", time(start.plusMinutes(when.get("minutes").asLong())));
  }

  private ObjectNode time(ZonedDateTime at) {
    return Json.object()
        .put("dateTime", EventTimes.format(at.toInstant(), zone))
        .put("timeZone", zone.getId());
  }

  /** The occurrences that were changed or cancelled by themselves. */
  List<ObjectNode> exceptions(ObjectNode master) {
    Series series = new Series(calendar, StoredEvent.of(0, master));
    List<ObjectNode> exceptions = new ArrayList<>();
    for (JsonNode change : seed.path("changes")) {
      ZonedDateTime original =
          monday
              .plusDays(change.get("of").asInt())
              .atTime(LocalTime.parse(seed.get("at").asText()))
              .atZone(zone);
      ObjectNode event = series.occurrence(original.toInstant());
      if (change.has("day")) {
        schedule(event, change);
      }
      event.setAll((ObjectNode) change.get("event").deepCopy());
      exceptions.add(event);
    }
    return exceptions;
  }
}
