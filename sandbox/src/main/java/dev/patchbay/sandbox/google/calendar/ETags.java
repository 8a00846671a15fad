package dev.patchbay.sandbox.google.calendar;

import dev.patchbay.sandbox.google.GoogleError;
import dev.patchbay.sandbox.http.Request;
import java.util.Arrays;

/** Conditional requests (RFC 9110, section 13). */
final class ETags {
  private ETags() {}

  static boolean unchanged(Request request, String etag) {
    return request.header("If-None-Match").filter(list -> names(list, etag)).isPresent();
  }

  static void check(Request request, String etag) {
    if (request.header("If-Match").filter(list -> !names(list, etag)).isPresent()) {
      throw GoogleError.of(412, "global", "conditionNotMet", "Precondition Failed");
    }
  }

  private static boolean names(String list, String etag) {
    return list.trim().equals("*")
        || Arrays.stream(list.split(",", -1)).map(String::trim).anyMatch(etag::equals);
  }
}
