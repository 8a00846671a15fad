package dev.patchbay.console.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says a recurrence rule in words. */
final class Repetition {
  private static final Map<String, String> UNITS =
      Map.of("daily", "day", "weekly", "week", "monthly", "month", "yearly", "year");

  private Repetition() {}

  static String inWords(JsonNode rule) {
    String unit = UNITS.getOrDefault(rule.path("frequency").asText(), "so often");
    int interval = rule.path("interval").asInt(1);
    String often = interval == 1 ? "Every " + unit : "Every " + interval + " " + unit + "s";
    return often + on(rule.path("byDay")) + end(rule);
  }

  private static String on(JsonNode days) {
    if (days.isEmpty()) {
      return "";
    }
    return StreamSupport.stream(days.spliterator(), false)
        .map(Repetition::day)
        .collect(Collectors.joining(", ", " on ", ""));
  }

  private static String day(JsonNode json) {
    String start = json.path("day").asText().toUpperCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().startsWith(start)) {
        return day.getDisplayName(TextStyle.SHORT, Locale.UK);
      }
    }
    return start;
  }

  private static String end(JsonNode rule) {
    if (rule.has("count")) {
      return ", " + rule.path("count").asInt() + " times";
    }
    String until = rule.path("until").asText("");
    return until.length() < 10 ? "" : ", until " + until.substring(0, 10);
  }
}
