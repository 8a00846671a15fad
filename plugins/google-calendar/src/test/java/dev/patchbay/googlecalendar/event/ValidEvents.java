package dev.patchbay.googlecalendar.event;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Events as Google Calendar really makes them, every combination of what it offers. */
final class ValidEvents {

  private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Zurich"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Asia/Kathmandu"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Pacific/Apia"),
          ZoneId.of("UTC"));

  private ValidEvents() {}

  static Arbitrary<Map<String, Object>> all() {
    return Combinators.combine(times(), people(), reminders(), words(), rooms())
        .as(ValidEvents::joined);
  }

  @SafeVarargs
  private static Map<String, Object> joined(Map<String, Object>... parts) {
    var event = new LinkedHashMap<String, Object>();
    event.put("iCalUID", "e@google.com");
    event.put("created", "2026-01-02T03:04:05.000Z");
    event.put("updated", "2026-01-02T03:04:05.678Z");
    event.put("sequence", 1);
    for (var part : parts) {
      event.putAll(part);
    }
    return event;
  }

  private static Arbitrary<Map<String, Object>> times() {
    return Arbitraries.oneOf(days(), zoned());
  }

  private static Arbitrary<Map<String, Object>> days() {
    var day = Arbitraries.longs().between(0, 40_000).map(LocalDate::ofEpochDay);
    var days = Arbitraries.integers().between(1, 30);
    return Combinators.combine(day, days, Arbitraries.integers().between(0, 3))
        .as(
            (start, length, kind) ->
                recurring(
                    Map.of("date", start.toString()),
                    Map.of("date", start.plusDays(length).toString()),
                    kind,
                    moment -> DateTimeFormatter.BASIC_ISO_DATE.format(start.plusDays(moment)),
                    "VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(start.plusWeeks(1))));
  }

  private static Arbitrary<Map<String, Object>> zoned() {
    var minute = Arbitraries.longs().between(0, 50_000_000);
    var length = Arbitraries.integers().between(0, 5_000);
    return Combinators.combine(
            minute,
            length,
            Arbitraries.of(ZONES),
            Arbitraries.of(ZONES),
            Arbitraries.integers().between(0, 3))
        .as(
            (start, minutes, zone, endZone, kind) ->
                timed(
                    LocalDateTime.of(1970, 1, 1, 0, 0).plusMinutes(start).atZone(zone),
                    minutes,
                    kind == 3 ? endZone : zone,
                    kind));
  }

  private static Map<String, Object> timed(
      ZonedDateTime start, int minutes, ZoneId endZone, int kind) {
    return recurring(
        time(start),
        time(start.plusMinutes(minutes).withZoneSameInstant(endZone)),
        kind,
        days -> BASIC.format(start.plusDays(days).withZoneSameInstant(ZoneId.of("UTC"))) + "Z",
        "TZID=" + start.getZone() + ":" + BASIC.format(start.plusWeeks(1)));
  }

  private static Map<String, Object> time(ZonedDateTime time) {
    return Map.of(
        "dateTime",
        time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
        "timeZone",
        time.getZone().getId());
  }

  private static Map<String, Object> recurring(
      Map<String, Object> start,
      Map<String, Object> end,
      int kind,
      Function<Integer, String> moment,
      String excluded) {
    var event = new LinkedHashMap<String, Object>(Map.of("start", start, "end", end));
    switch (kind) {
      case 1 ->
          event.put(
              "recurrence",
              List.of("RRULE:FREQ=WEEKLY;UNTIL=" + moment.apply(70), "EXDATE;" + excluded));
      case 2 ->
          event.put(
              "recurrence",
              List.of("RRULE:FREQ=MONTHLY;WKST=" + name(DayOfWeek.SUNDAY) + ";COUNT=5;BYDAY=-1FR"));
      default -> {}
    }
    return event;
  }

  private static String name(DayOfWeek day) {
    return day.name().substring(0, 2);
  }

  private static Arbitrary<Map<String, Object>> people() {
    var answers = Arbitraries.of("needsAction", "accepted", "declined", "tentative");
    return Combinators.combine(
            answers.list().ofMaxSize(5), Arbitraries.of(true, false), Arbitraries.of(true, false))
        .as(ValidEvents::meeting);
  }

  private static Map<String, Object> meeting(List<String> answers, boolean own, boolean typist) {
    var event = new LinkedHashMap<String, Object>();
    event.put("organizer", Map.of("email", "a0@x.org", "displayName", "A 0", "self", own));
    event.put(
        "creator",
        Map.of("email", typist ? "t@x.org" : "a0@x.org", "displayName", typist ? "T" : "A 0"));
    var attendees = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < answers.size(); i++) {
      var guest = new LinkedHashMap<String, Object>();
      guest.put("email", "a" + i + "@x.org");
      guest.put("displayName", "A " + i);
      guest.put("responseStatus", answers.get(i));
      if (i == 0) {
        guest.put("organizer", true);
        guest.put("self", own);
      } else {
        guest.put(i % 2 == 0 ? "optional" : "resource", true);
        guest.put("comment", "late");
        guest.put("additionalGuests", i);
      }
      attendees.add(guest);
    }
    if (!attendees.isEmpty()) {
      event.put("attendees", attendees);
    }
    return event;
  }

  private static Arbitrary<Map<String, Object>> reminders() {
    var reminder =
        Combinators.combine(
                Arbitraries.of("popup", "email"), Arbitraries.integers().between(0, 40_320))
            .as((method, minutes) -> Map.<String, Object>of("method", method, "minutes", minutes));
    return reminder
        .list()
        .ofMaxSize(5)
        .map(
            overrides ->
                Map.of(
                    "reminders",
                    overrides.isEmpty()
                        ? Map.of("useDefault", true)
                        : Map.of("useDefault", false, "overrides", overrides)));
  }

  private static Arbitrary<Map<String, Object>> words() {
    return Combinators.combine(
            Arbitraries.strings().ofMaxLength(30),
            Arbitraries.strings().ofMaxLength(80),
            Arbitraries.of("confirmed", "tentative"),
            Arbitraries.of("opaque", "transparent"),
            Arbitraries.of("public", "private"),
            Arbitraries.integers().between(1, 11))
        .as(
            (title, description, status, transparency, visibility, color) ->
                Map.of(
                    "summary", title,
                    "description", description,
                    "location", title,
                    "status", status,
                    "transparency", transparency,
                    "visibility", visibility,
                    "colorId", color.toString()));
  }

  private static Arbitrary<Map<String, Object>> rooms() {
    var video =
        Map.of("entryPointType", "video", "uri", "https://meet.google.com/a", "label", "Meet");
    var phone = Map.of("entryPointType", "phone", "uri", "tel:+41-1", "label", "+41 1", "pin", "1");
    return Arbitraries.of(
        Map.of(),
        Map.of(
            "hangoutLink",
            "https://meet.google.com/a",
            "conferenceData",
            Map.of("entryPoints", List.of(video, phone))),
        Map.of(
            "htmlLink",
            "https://www.google.com/calendar/event?eid=1",
            "source",
            Map.of("url", "https://crm.example.com/7", "title", "Deal"),
            "attachments",
            List.of(Map.of("fileUrl", "https://x.org/f", "title", "F", "fileId", "f"))));
  }
}
