package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A recurrence rule as iCalendar's text (RFC 5545, section 3.3.10, and RFC 7529) and as
 * JSCalendar's object (RFC 8984, section 4.3.3). The text is written in Google's order of parts.
 */
final class RuleText {

  private RuleText() {}

  /** The rule; empty if any part of it is not understood, since half a rule is another rule. */
  static Optional<Node> parse(String text, SeriesClock clock) {
    var parts = parts(text);
    if (parts.isEmpty() || !parts.get().containsKey("FREQ")) {
      return Optional.empty();
    }
    var rule = Node.typed("RecurrenceRule");
    for (var part : parts.get().entrySet()) {
      var known = RulePart.named(part.getKey());
      var value = known.flatMap(it -> it.value().parse(part.getValue(), clock));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      rule.set(known.get().property(), value.get());
    }
    return rule.has("count") && rule.has("until") ? Optional.empty() : Optional.of(rule);
  }

  /** The text; empty if the rule says what iCalendar has no words for. */
  static Optional<String> write(Node rule, SeriesClock clock) {
    var parts = new ArrayList<String>();
    for (var part : RulePart.ALL) {
      if (rule.has(part.property())) {
        var text = part.value().write(rule.json().get(part.property()), clock);
        if (text.isEmpty()) {
          return Optional.empty();
        }
        parts.add(part.name() + "=" + text.get());
      }
    }
    return rule.has("frequency") ? Optional.of(String.join(";", parts)) : Optional.empty();
  }

  private static Optional<Map<String, String>> parts(String text) {
    var parts = new LinkedHashMap<String, String>();
    for (var part : text.split(";", -1)) {
      var equals = part.indexOf('=');
      if (equals < 1) {
        return Optional.empty();
      }
      var name = part.substring(0, equals).strip().toUpperCase(Locale.ROOT);
      if (parts.put(name, part.substring(equals + 1).strip()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(parts);
  }
}
