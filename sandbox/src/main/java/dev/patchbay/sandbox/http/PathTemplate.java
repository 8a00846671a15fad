package dev.patchbay.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path such as {@code /calendars/{calendarId}/events}. Segments are split before they are
 * decoded, so that an id with an encoded slash or hash stays one segment.
 */
record PathTemplate(String text, List<String> segments) {
  static PathTemplate of(String text) {
    return new PathTemplate(text, split(text));
  }

  static List<String> split(String path) {
    return Arrays.asList(path.substring(1).split("/", -1));
  }

  Optional<Map<String, String>> match(List<String> actual) {
    if (actual.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> found = new HashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String expected = segments.get(i);
      String value = decode(actual.get(i));
      if (expected.startsWith("{")) {
        found.put(expected.substring(1, expected.length() - 1), value);
      } else if (!expected.equals(value)) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  private static String decode(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
