package dev.patchbay.googlecalendar.event;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * The rules of RFC 8984 for the properties that the mapping writes, put down from the text of the
 * RFC and not from the mapping. A property without a rule here is a problem, unless its name is a
 * vendor's (section 3.3).
 */
final class JsCalendarRules {

  /** What is wrong with a value; empty if nothing is. */
  @FunctionalInterface
  interface Rule {
    Optional<String> problem(Object value);
  }

  private static final String LOCAL = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d*[1-9])?";
  private static final String SECOND = "\\d+(\\.\\d+)?S";
  private static final String MINUTE = "\\d+M(" + SECOND + ")?";
  private static final String HOUR = "\\d+H(" + MINUTE + ")?";
  private static final String TIME = "T(" + HOUR + "|" + MINUTE + "|" + SECOND + ")";
  private static final String DURATION = "P((\\d+W(\\d+D)?|\\d+D)(" + TIME + ")?|" + TIME + ")";

  private static final Rule TEXT = value -> when(!(value instanceof String), "no text");
  private static final Rule FLAG = value -> when(!(value instanceof Boolean), "no flag");
  private static final Rule TRUE = value -> when(!Boolean.TRUE.equals(value), "not true");
  private static final Rule ID_KEY = matching("[A-Za-z0-9_-]{1,255}");
  private static final Rule VENDOR_NAME = matching("[a-z0-9.-]+\\.[a-z]+:[A-Za-z0-9]+");
  private static final Rule LOCAL_TIME =
      value -> either(matching(LOCAL), value, JsCalendarRules::time);
  private static final Rule UTC_TIME =
      value ->
          either(
              matching(LOCAL + "Z"),
              value,
              text -> time(((String) text).substring(0, ((String) text).length() - 1)));
  private static final Rule ZONE =
      value -> when(!ZoneId.getAvailableZoneIds().contains(value), "no IANA zone");
  private static final Rule LENGTH = matching(DURATION);
  private static final Rule URI_TEXT = JsCalendarRules::uri;
  private static final Rule ADDRESS = matching("[^\\s@]+@[^\\s@]+");
  private static final Rule MEDIA_TYPE = matching("[\\w.+-]+/[\\w.+-]+(;.*)?");

  private static final Rule LINK =
      object(
          "Link",
          Set.of("href"),
          Map.of(
              "href", URI_TEXT,
              "rel", oneOf("alternate", "via", "enclosure"),
              "title", TEXT,
              "contentType", MEDIA_TYPE));
  private static final Rule LOCATION =
      object(
          "Location",
          Set.of(),
          Map.of("name", TEXT, "timeZone", ZONE, "relativeTo", oneOf("start", "end")));
  private static final Rule VIRTUAL_LOCATION =
      object(
          "VirtualLocation",
          Set.of("uri"),
          Map.of(
              "name",
              TEXT,
              "uri",
              URI_TEXT,
              "features",
              map(oneOf("audio", "chat", "feed", "moderator", "phone", "screen", "video"), TRUE)));
  private static final Rule PARTICIPANT =
      object(
          "Participant",
          Set.of("roles"),
          Map.of(
              "name",
              TEXT,
              "email",
              ADDRESS,
              "kind",
              oneOf("individual", "group", "resource", "location"),
              "roles",
              roles(),
              "participationStatus",
              oneOf("needs-action", "accepted", "declined", "tentative", "delegated"),
              "participationComment",
              TEXT));
  private static final Rule ALERT =
      object(
          "Alert",
          Set.of("trigger"),
          Map.of(
              "trigger",
              object(
                  "OffsetTrigger",
                  Set.of("offset"),
                  Map.of("offset", matching("[+-]?" + DURATION))),
              "action",
              oneOf("display", "email")));
  private static final Rule N_DAY =
      object(
          "NDay",
          Set.of("day"),
          Map.of(
              "day",
              oneOf("mo", "tu", "we", "th", "fr", "sa", "su"),
              "nthOfPeriod",
              value -> either(number(-53, 53), value, n -> when(n.equals(0), "zero"))));
  private static final Rule RECURRENCE_RULE =
      object(
          "RecurrenceRule",
          Set.of("frequency"),
          Map.ofEntries(
              Map.entry(
                  "frequency",
                  oneOf("yearly", "monthly", "weekly", "daily", "hourly", "minutely", "secondly")),
              Map.entry("interval", number(1, Integer.MAX_VALUE)),
              Map.entry("rscale", matching("[a-z-]+")),
              Map.entry("skip", oneOf("omit", "backward", "forward")),
              Map.entry("firstDayOfWeek", oneOf("mo", "tu", "we", "th", "fr", "sa", "su")),
              Map.entry("byDay", list(N_DAY)),
              Map.entry("byMonthDay", list(number(-31, 31))),
              Map.entry("byMonth", list(matching("\\d+L?"))),
              Map.entry("byYearDay", list(number(-366, 366))),
              Map.entry("byWeekNo", list(number(-53, 53))),
              Map.entry("byHour", list(number(0, 23))),
              Map.entry("byMinute", list(number(0, 59))),
              Map.entry("bySecond", list(number(0, 59))),
              Map.entry("bySetPosition", list(number(-366, 366))),
              Map.entry("count", number(1, Integer.MAX_VALUE)),
              Map.entry("until", LOCAL_TIME)));
  private static final Rule OVERRIDE =
      value ->
          value instanceof Map<?, ?> patch
              ? first(
                  patch,
                  (name, it) -> name.equals("excluded") ? TRUE.problem(it) : LENGTH.problem(it))
              : Optional.of("no patch");

  private static final Rule EVENT =
      object(
          "Event",
          Set.of("uid", "updated", "start"),
          Map.ofEntries(
              Map.entry("uid", matching("(?s).+")),
              Map.entry("created", UTC_TIME),
              Map.entry("updated", UTC_TIME),
              Map.entry("sequence", number(0, Integer.MAX_VALUE)),
              Map.entry("title", TEXT),
              Map.entry("description", TEXT),
              Map.entry("descriptionContentType", matching("text/(plain|html)")),
              Map.entry("showWithoutTime", FLAG),
              Map.entry("start", LOCAL_TIME),
              Map.entry("timeZone", ZONE),
              Map.entry("duration", LENGTH),
              Map.entry("locations", map(ID_KEY, LOCATION)),
              Map.entry("virtualLocations", map(ID_KEY, VIRTUAL_LOCATION)),
              Map.entry("links", map(ID_KEY, LINK)),
              Map.entry("recurrenceId", LOCAL_TIME),
              Map.entry("recurrenceIdTimeZone", ZONE),
              Map.entry("recurrenceRules", list(RECURRENCE_RULE)),
              Map.entry("excludedRecurrenceRules", list(RECURRENCE_RULE)),
              Map.entry("recurrenceOverrides", map(LOCAL_TIME, OVERRIDE)),
              Map.entry("status", oneOf("confirmed", "cancelled", "tentative")),
              Map.entry("freeBusyStatus", oneOf("free", "busy")),
              Map.entry("privacy", oneOf("public", "private", "secret")),
              Map.entry("color", matching("#[0-9a-f]{6}")),
              Map.entry("participants", map(ID_KEY, PARTICIPANT)),
              Map.entry("useDefaultAlerts", FLAG),
              Map.entry("alerts", map(ID_KEY, ALERT))));

  private JsCalendarRules() {}

  /** Everything that is wrong, each with its path. */
  static List<String> problems(Map<String, Object> event) {
    var problems = new ArrayList<String>();
    EVENT.problem(event).ifPresent(problems::add);
    if (event.containsKey("recurrenceIdTimeZone") && !event.containsKey("recurrenceId")) {
      problems.add("recurrenceIdTimeZone without recurrenceId (section 4.3.2)");
    }
    if (Boolean.FALSE.equals(event.get("showWithoutTime"))) {
      problems.add("showWithoutTime says its default");
    }
    return problems;
  }

  private static Rule object(String type, Set<String> mandatory, Map<String, Rule> properties) {
    return value -> {
      if (!(value instanceof Map<?, ?> map) || !type.equals(map.get("@type"))) {
        return Optional.of("no " + type);
      }
      if (!map.keySet().containsAll(mandatory)) {
        return Optional.of("lacks one of " + mandatory);
      }
      return first(
          map,
          (name, member) -> {
            if (name.equals("@type")) {
              return Optional.empty();
            }
            var rule = properties.get(name);
            return rule == null ? VENDOR_NAME.problem(name) : rule.problem(member);
          });
    };
  }

  private static Rule map(Rule key, Rule member) {
    return value ->
        value instanceof Map<?, ?> map && !map.isEmpty()
            ? first(map, (name, it) -> key.problem(name).or(() -> member.problem(it)))
            : Optional.of("no filled map");
  }

  private static Rule list(Rule member) {
    return value ->
        value instanceof List<?> list && !list.isEmpty()
            ? list.stream().flatMap(it -> member.problem(it).stream()).findFirst()
            : Optional.of("no filled list");
  }

  private static Rule roles() {
    var known = oneOf("owner", "attendee", "optional", "informational", "chair", "contact");
    return map(
        name -> known.problem(name).isEmpty() ? Optional.empty() : VENDOR_NAME.problem(name), TRUE);
  }

  private static Rule oneOf(String... values) {
    var allowed = Set.of(values);
    return value -> when(!allowed.contains(value), value + " is none of " + allowed);
  }

  private static Rule number(int least, int most) {
    return value ->
        when(
            !(value instanceof Integer number && number >= least && number <= most),
            value + " is no number from " + least + " to " + most);
  }

  private static Rule matching(String pattern) {
    var compiled = Pattern.compile(pattern);
    return value ->
        when(
            !(value instanceof String text && compiled.matcher(text).matches()),
            "\"" + value + "\" does not match " + pattern);
  }

  private static Optional<String> uri(Object value) {
    try {
      return when(!new URI((String) value).isAbsolute(), value + " is not absolute");
    } catch (URISyntaxException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static Optional<String> time(Object text) {
    try {
      LocalDateTime.parse((String) text);
      return Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static Optional<String> either(Rule first, Object value, Rule second) {
    return first.problem(value).or(() -> second.problem(value));
  }

  private static Optional<String> when(boolean wrong, String problem) {
    return wrong ? Optional.of(problem) : Optional.empty();
  }

  private static Optional<String> first(
      Map<?, ?> map, BiFunction<Object, Object, Optional<String>> problem) {
    return map.entrySet().stream()
        .flatMap(
            entry ->
                problem.apply(entry.getKey(), entry.getValue()).stream()
                    .map(it -> entry.getKey() + ": " + it))
        .findFirst();
  }
}
