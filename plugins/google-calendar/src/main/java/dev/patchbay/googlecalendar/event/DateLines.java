package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Single dates that a series has or lacks beside its rules: {@code RDATE} and {@code EXDATE} lines,
 * in JSCalendar overrides that add an occurrence or exclude one (RFC 8984, section 4.3.5).
 */
final class DateLines {

  private static final String OVERRIDES = "recurrenceOverrides";
  private static final String EXCLUDED = "excluded";
  private static final Set<String> LENGTH_ONLY = Set.of("duration");
  private static final String PERIOD = ";VALUE=PERIOD";

  private DateLines() {}

  static void parse(ContentLine line, SeriesClock clock, Node event) {
    var zone = line.parameter("TZID").flatMap(Zones::named);
    if (line.parameter("TZID").isPresent() && zone.isEmpty()) {
      return;
    }
    for (var value : line.value().split(",", -1)) {
      var parts = value.strip().split("/", 2);
      var patch = line.name().equals("EXDATE") ? excluded(parts) : added(parts);
      clock
          .start(parts[0], zone)
          .ifPresent(start -> patch.ifPresent(it -> put(event.child(OVERRIDES), start, it)));
    }
  }

  static List<String> write(Node event, SeriesClock clock) {
    if (!event.has(OVERRIDES)) {
      return List.of();
    }
    var added = new ArrayList<String>();
    var periods = new ArrayList<String>();
    var excluded = new ArrayList<String>();
    event
        .entries(OVERRIDES)
        .forEach(
            (date, patch) -> {
              var time = Local.parse(date).map(clock::text);
              if (patch.yes(EXCLUDED)) {
                time.ifPresent(excluded::add);
              } else if (patch.json().isEmpty()) {
                time.ifPresent(added::add);
              } else if (patch.json().keySet().equals(LENGTH_ONLY)) {
                time.ifPresent(text -> periods.add(text + "/" + patch.json().get("duration")));
              }
            });
    return Stream.of(
            line("RDATE", "", clock, added),
            line("RDATE", PERIOD, clock, periods),
            line("EXDATE", "", clock, excluded))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Node> excluded(String[] parts) {
    return parts.length == 1 ? Optional.of(Node.empty().set(EXCLUDED, true)) : Optional.empty();
  }

  private static Optional<Node> added(String[] parts) {
    return parts.length == 1
        ? Optional.of(Node.empty())
        : Length.parse(parts[1]).map(length -> Node.empty().set("duration", length.format()));
  }

  private static void put(Node overrides, LocalDateTime start, Node patch) {
    var key = Local.format(start);
    if (!overrides.has(key) || patch.yes(EXCLUDED)) {
      overrides.set(key, patch);
    }
  }

  private static Optional<String> line(
      String name, String value, SeriesClock clock, List<String> dates) {
    if (dates.isEmpty()) {
      return Optional.empty();
    }
    var day = clock.allDay() && value.isEmpty() ? ";VALUE=DATE" : value;
    var zone = clock.allDay() ? "" : clock.zone().map(id -> ";TZID=" + id).orElse("");
    return Optional.of(name + day + zone + ":" + String.join(",", dates));
  }
}
