package dev.patchbay.host.match;

import java.util.Set;

/**
 * Tells from the text of a record, without reading it as JSON, whether it can be one looked for.
 */
final class Glimpse {
  private final String mark;
  private final Set<String> literals;

  /**
   * @param literals the values of the property as they stand in JSON text, quotes included
   */
  Glimpse(String property, Set<String> literals) {
    this.mark = "\"" + property + "\":";
    this.literals = literals;
  }

  boolean isWorthReading(String data) {
    for (int at = data.indexOf(mark); at >= 0; at = data.indexOf(mark, at + 1)) {
      int from = at + mark.length();
      int end = end(data, from);
      if (end > 0 && literals.contains(data.substring(from, end))) {
        return true;
      }
    }
    return false;
  }

  /** After the closing quote of a text; negative if there is none. */
  private static int end(String data, int from) {
    if (from >= data.length() || data.charAt(from) != '"') {
      return -1;
    }
    for (int i = from + 1; i < data.length(); i++) {
      if (data.charAt(i) == '\\') {
        i++;
      } else if (data.charAt(i) == '"') {
        return i + 1;
      }
    }
    return -1;
  }
}
