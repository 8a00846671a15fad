package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a series recurs. Google keeps lines of iCalendar (RFC 5545); JSCalendar keeps rules, excluded
 * rules and overrides (RFC 8984, section 4.3). A line that has no place there is passed over and
 * stays Google's.
 */
final class Recurrence implements Concern {

  private static final Map<String, String> RULES =
      Map.of("RRULE", "recurrenceRules", "EXRULE", "excludedRecurrenceRules");

  @Override
  public void toStandard(Node google, Node event) {
    var clock = SeriesClock.of(event);
    for (var line : google.list("recurrence")) {
      if (line instanceof String text) {
        ContentLine.parse(text).ifPresent(parsed -> add(parsed, clock, event));
      }
    }
  }

  @Override
  public void toGoogle(Node event, Node google) {
    var clock = SeriesClock.of(event);
    var lines = new ArrayList<String>();
    for (var name : List.of("RRULE", "EXRULE")) {
      for (var rule : event.objects(RULES.get(name))) {
        RuleText.write(rule, clock).ifPresent(text -> lines.add(name + ":" + text));
      }
    }
    lines.addAll(DateLines.write(event, clock));
    google.setFilled("recurrence", lines);
  }

  private static void add(ContentLine line, SeriesClock clock, Node event) {
    switch (line.name()) {
      case "RRULE", "EXRULE" ->
          RuleText.parse(line.value(), clock)
              .ifPresent(rule -> event.append(RULES.get(line.name()), rule));
      case "RDATE", "EXDATE" -> DateLines.parse(line, clock, event);
      default -> {}
    }
  }
}
