package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Bytes;
import dev.patchbay.sandbox.http.Json;
import java.util.Optional;

/**
 * One version of an event, rendered when it was written: listing 100,000 of them costs no more than
 * copying bytes.
 *
 * @param sequence its place in the calendar's history of changes
 * @param series the recurring event it is an exception of
 * @param secret whether readers see only that there is something
 * @param listed how lists show it: of a cancelled event only what identifies it
 */
record StoredEvent(
    long sequence,
    String id,
    boolean cancelled,
    Optional<String> series,
    boolean secret,
    Span span,
    Bytes json,
    Bytes listed) {

  static StoredEvent of(long sequence, ObjectNode event) {
    boolean cancelled = event.path("status").asText().equals("cancelled");
    Bytes json = Bytes.of(Json.bytes(event));
    String visibility = event.path("visibility").asText();
    return new StoredEvent(
        sequence,
        event.get("id").asText(),
        cancelled,
        Optional.ofNullable(event.get("recurringEventId")).map(JsonNode::asText),
        visibility.equals("private") || visibility.equals("confidential"),
        Span.of(event),
        json,
        cancelled ? Bytes.of(Json.bytes(tombstone(event))) : json);
  }

  private static ObjectNode tombstone(ObjectNode event) {
    ObjectNode rest = Json.object();
    for (String name :
        new String[] {"kind", "etag", "id", "status", "recurringEventId", "originalStartTime"}) {
      if (event.has(name)) {
        rest.set(name, event.get(name));
      }
    }
    return rest;
  }

  ObjectNode document() {
    return Json.trusted(json.bytes());
  }

  String etag() {
    return document().get("etag").asText();
  }

  boolean recurs() {
    return span.recurs();
  }
}
