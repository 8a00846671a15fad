package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets the control API be written by hand: {@code "start": "2026-11-30T10:00:00Z"} or {@code
 * "2026-11-30"}, the end left out, and conferences and attachments always taken.
 */
final class Convenience {
  private static final Map<String, List<String>> EVERYTHING =
      Map.of("conferenceDataVersion", List.of("1"), "supportsAttachments", List.of("true"));

  private Convenience() {}

  static Request of(Request request) {
    Map<String, List<String>> query = new LinkedHashMap<>(EVERYTHING);
    query.putAll(request.query());
    return request
        .asking(query)
        .carrying(
            request.jsonObject().map(Convenience::spelledOut).map(Json::bytes).orElse(new byte[0]));
  }

  static Request withId(Request request) {
    ObjectNode body = request.jsonObject().orElseGet(Json::object);
    return request.carrying(Json.bytes(body.put("id", request.parameter("eventId"))));
  }

  private static ObjectNode spelledOut(ObjectNode body) {
    if (body.path("start").isTextual() && !body.has("end")) {
      body.put("end", end(body.get("start").asText()));
    }
    for (String name : List.of("start", "end")) {
      if (body.path(name).isTextual()) {
        String text = body.get(name).asText();
        body.putObject(name).put(text.length() == 10 ? "date" : "dateTime", text);
      }
    }
    return body;
  }

  private static String end(String start) {
    return start.length() == 10
        ? LocalDate.parse(start).plusDays(1).toString()
        : OffsetDateTime.parse(start).plus(Duration.ofHours(1)).toString();
  }
}
