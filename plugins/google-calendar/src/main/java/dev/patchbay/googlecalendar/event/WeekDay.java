package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day of the week in a rule, perhaps with the number that it has in the month or year. */
final class WeekDay {

  private static final Pattern TEXT =
      Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", Pattern.CASE_INSENSITIVE);

  private WeekDay() {}

  static Optional<Map<String, Object>> parse(String text) {
    var match = TEXT.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var day = Node.typed("NDay").set("day", match.group(2).toLowerCase(Locale.ROOT));
    if (match.group(1) == null) {
      return Optional.of(day.json());
    }
    var number = Integer.valueOf(match.group(1));
    return number == 0 ? Optional.empty() : Optional.of(day.set("nthOfPeriod", number).json());
  }

  @SuppressWarnings("unchecked")
  static Optional<String> write(Object json) {
    if (!(json instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    var day = new Node((Map<String, Object>) map);
    var number = day.integer("nthOfPeriod").map(Object::toString).orElse("");
    return day.text("day")
        .map(name -> number + name.toUpperCase(Locale.ROOT))
        .filter(text -> TEXT.matcher(text).matches());
  }
}
