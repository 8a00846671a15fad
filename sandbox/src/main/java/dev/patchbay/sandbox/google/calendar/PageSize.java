package dev.patchbay.sandbox.google.calendar;

import dev.patchbay.sandbox.google.GoogleError;
import dev.patchbay.sandbox.http.Request;

/** {@code maxResults}: more than the most is cut silently, as Google does. */
record PageSize(int usual, int most) {
  int of(Request request) {
    return request.query("maxResults").map(this::parse).orElse(usual);
  }

  private int parse(String text) {
    try {
      int asked = Integer.parseInt(text);
      if (asked > 0) {
        return Math.min(asked, most);
      }
    } catch (NumberFormatException e) {
      throw refused(text);
    }
    throw refused(text);
  }

  private static RuntimeException refused(String text) {
    return GoogleError.of(
        400, "global", "invalidParameter", "Invalid value for maxResults: " + text);
  }
}
