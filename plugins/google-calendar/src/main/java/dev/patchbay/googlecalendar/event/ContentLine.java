package dev.patchbay.googlecalendar.event;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of iCalendar (RFC 5545, section 3.1).
 *
 * @param name in upper case
 * @param parameters by their names in upper case
 * @param value as it stands
 */
record ContentLine(String name, Map<String, String> parameters, String value) {

  private static final Pattern LINE =
      Pattern.compile("([A-Za-z-]+)((?:;[A-Za-z-]+=(?:\"[^\"]*\"|[^;:\"]*))*):(.*)");
  private static final Pattern PARAMETER =
      Pattern.compile(";([A-Za-z-]+)=(?:\"([^\"]*)\"|([^;:\"]*))");

  static Optional<ContentLine> parse(String text) {
    var line = LINE.matcher(text.strip());
    if (!line.matches()) {
      return Optional.empty();
    }
    var parameters = new HashMap<String, String>();
    var parameter = PARAMETER.matcher(line.group(2));
    while (parameter.find()) {
      var value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
      parameters.put(parameter.group(1).toUpperCase(Locale.ROOT), value);
    }
    var name = line.group(1).toUpperCase(Locale.ROOT);
    return Optional.of(new ContentLine(name, Map.copyOf(parameters), line.group(3)));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }
}
