package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.google.GoogleError;
import dev.patchbay.sandbox.http.Bytes;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import java.util.Optional;

/**
 * What of an event the caller gets to see: readers do not see into private events, and attendees
 * may be cut.
 */
record EventView(AccessRole role, Optional<Integer> maxAttendees) {
  static EventView of(AccessRole role, Request request) {
    try {
      return new EventView(role, request.query("maxAttendees").map(Integer::valueOf));
    } catch (NumberFormatException e) {
      throw GoogleError.of(400, "global", "invalidParameter", "Invalid value for maxAttendees");
    }
  }

  Bytes listed(StoredEvent event) {
    if (event.cancelled()) {
      return event.listed();
    }
    return whole(event);
  }

  Bytes whole(StoredEvent event) {
    boolean hidden = (event.secret() && !role.writes()) || role == AccessRole.FREE_BUSY_READER;
    if (!hidden && maxAttendees.isEmpty()) {
      return event.json();
    }
    ObjectNode document = event.document();
    return Bytes.of(Json.bytes(hidden ? busy(document) : cut(document)));
  }

  private static ObjectNode busy(ObjectNode event) {
    ObjectNode rest = Json.object();
    for (String name :
        new String[] {
          "kind",
          "etag",
          "id",
          "status",
          "created",
          "updated",
          "start",
          "end",
          "recurrence",
          "recurringEventId",
          "originalStartTime",
          "transparency",
          "iCalUID",
          "eventType"
        }) {
      if (event.has(name)) {
        rest.set(name, event.get(name));
      }
    }
    return rest.put("visibility", "private");
  }

  private ObjectNode cut(ObjectNode event) {
    int most = maxAttendees.orElse(Integer.MAX_VALUE);
    if (event.get("attendees") instanceof ArrayNode attendees && attendees.size() > most) {
      ArrayNode kept = Json.MAPPER.createArrayNode();
      attendees.forEach(
          attendee -> {
            if (kept.size() < most || attendee.path("self").asBoolean()) {
              kept.add(attendee);
            }
          });
      event.set("attendees", kept);
      event.put("attendeesOmitted", true);
    }
    return event;
  }
}
