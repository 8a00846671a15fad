package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Events made from a schema: any property there or not, each with values of its type, those that
 * the description names and those that nobody expects. Only a start is always there.
 */
final class SchemaEvents {

  private static final Pattern NAMED_VALUE = Pattern.compile("- \"(\\w+)\"");
  private static final List<String> ZONES =
      List.of(
          "Europe/Zurich", "America/New_York", "Asia/Kolkata", "UTC", "Etc/GMT-3", "Mars/X", "");
  private static final List<String> URIS =
      List.of(
          "https://meet.google.com/abc-defg-hij",
          "https://example.com/a?b=c",
          "tel:+12345678900,,,123456789;1234",
          "sip:12345678@example.com",
          "no uri at all",
          "");
  private static final List<String> ADDRESSES =
      List.of("anna@example.com", "ANNA@example.com", "ben@example.com", "nobody", "");
  private static final List<String> LINES =
      List.of(
          "RRULE:FREQ=WEEKLY;BYDAY=MO,WE",
          "RRULE:BYMONTHDAY=1,-1;FREQ=MONTHLY;COUNT=4",
          "RRULE:FREQ=DAILY;UNTIL=20270101T000000Z",
          "RRULE:FREQ=DAILY;UNTIL=20270101",
          "RRULE:FREQ=NEVER",
          "EXRULE:FREQ=YEARLY",
          "RDATE;TZID=Europe/Zurich:20261205T100000,20261206T100000",
          "RDATE;VALUE=PERIOD:20261205T100000Z/PT1H",
          "EXDATE;VALUE=DATE:20261206",
          "EXDATE:20261206T090000Z",
          "garbage");

  private SchemaEvents() {}

  static Arbitrary<Map<String, Object>> of(Map<String, Object> schema) {
    return object(new Node(schema), true);
  }

  private static Arbitrary<Map<String, Object>> object(Node schema, boolean event) {
    var names = new ArrayList<String>();
    var values = new ArrayList<Arbitrary<Optional<Object>>>();
    schema
        .entries("properties")
        .forEach(
            (name, property) -> {
              names.add(name);
              var always = event && name.equals("start");
              values.add(value(name, property).optional(always ? 1 : event ? 0.3 : 0.6));
            });
    return Combinators.combine(values)
        .as(
            made -> {
              var object = new LinkedHashMap<String, Object>();
              for (var i = 0; i < names.size(); i++) {
                var name = names.get(i);
                made.get(i).ifPresent(it -> object.put(name, it));
              }
              return object;
            });
  }

  private static Arbitrary<Object> value(String name, Node schema) {
    if (name.equals("start") || name.equals("end") || name.equals("originalStartTime")) {
      return times().map(Object.class::cast);
    }
    return switch (schema.text("type").orElseThrow()) {
      case "boolean" -> Arbitraries.of(true, false);
      case "integer" ->
          Arbitraries.frequencyOf(
                  Tuple.of(3, Arbitraries.integers().between(0, 40320)),
                  Tuple.of(1, Arbitraries.integers()))
              .map(Object.class::cast);
      case "array" ->
          value(name, schema.object("items").orElseThrow())
              .list()
              .ofMaxSize(4)
              .map(Object.class::cast);
      case "object" -> objectValue(schema);
      case "any" -> Arbitraries.<Object>of(Map.of(), "home", true, 7);
      default -> text(name, schema).map(Object.class::cast);
    };
  }

  private static Arbitrary<Object> objectValue(Node schema) {
    return schema.has("additionalProperties")
        ? Arbitraries.maps(words(), words()).ofMaxSize(3).map(Object.class::cast)
        : object(schema, false).map(Object.class::cast);
  }

  private static Arbitrary<String> text(String name, Node schema) {
    if (schema.text("format").isPresent()) {
      return Arbitraries.oneOf(dateTimes(), Arbitraries.of("2026-02-30T10:00:00Z", "now"));
    }
    return switch (name) {
      case "recurrence" -> Arbitraries.of(LINES);
      case "timeZone" -> Arbitraries.of(ZONES);
      case "email" -> Arbitraries.of(ADDRESSES);
      case "uri", "url", "fileUrl", "hangoutLink", "htmlLink" -> Arbitraries.of(URIS);
      case "colorId" -> Arbitraries.integers().between(0, 12).map(Object::toString);
      default -> named(schema);
    };
  }

  private static Arbitrary<String> named(Node schema) {
    var values =
        NAMED_VALUE
            .matcher(schema.text("description").orElse(""))
            .results()
            .map(match -> match.group(1))
            .toList();
    return values.isEmpty() ? words() : Arbitraries.oneOf(Arbitraries.of(values), words());
  }

  private static Arbitrary<String> words() {
    return Arbitraries.strings().ofMaxLength(12);
  }

  private static Arbitrary<Map<String, Object>> times() {
    var local = dateTimes().map(text -> text.substring(0, 19));
    var zone = Arbitraries.of(ZONES).map(Object.class::cast);
    return Arbitraries.oneOf(
        dates().map(date -> Map.<String, Object>of("date", date)),
        dateTimes().map(time -> Map.<String, Object>of("dateTime", time)),
        local.map(time -> Map.<String, Object>of("dateTime", time)),
        Combinators.combine(dateTimes(), zone)
            .as((time, it) -> Map.<String, Object>of("dateTime", time, "timeZone", it)),
        Combinators.combine(dates(), dateTimes(), zone)
            .as(
                (date, time, it) ->
                    Map.<String, Object>of("date", date, "dateTime", time, "timeZone", it)));
  }

  private static Arbitrary<String> dates() {
    return Arbitraries.longs().between(0, 40_000).map(day -> LocalDate.ofEpochDay(day).toString());
  }

  private static Arbitrary<String> dateTimes() {
    var offsets = Arbitraries.of("Z", "+02:00", "-05:00", "+05:30", "-03:30", "+14:00");
    var millis = Arbitraries.longs().between(0, 4_000_000_000_000L);
    return Combinators.combine(millis, offsets, Arbitraries.of(1, 1000, 60_000))
        .as(
            (milli, offset, unit) ->
                OffsetDateTime.ofInstant(
                        Instant.ofEpochMilli(milli - milli % unit), ZoneOffset.of(offset))
                    .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
  }
}
