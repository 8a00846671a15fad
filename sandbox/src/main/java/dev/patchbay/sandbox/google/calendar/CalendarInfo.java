package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.time.ZoneId;

/**
 * A calendar itself, apart from who may see it.
 *
 * @param generation counts how often its sync tokens were expired; older tokens are gone
 */
public record CalendarInfo(
    String id, String summary, String description, ZoneId zone, long generation) {

  CalendarInfo expiringTokens() {
    return new CalendarInfo(id, summary, description, zone, generation + 1);
  }

  ObjectNode resource() {
    ObjectNode node =
        Json.object()
            .put("kind", "calendar#calendar")
            .put("etag", etag())
            .put("id", id)
            .put("summary", summary);
    if (!description.isEmpty()) {
      node.put("description", description);
    }
    node.put("timeZone", zone.getId());
    node.putObject("conferenceProperties")
        .putArray("allowedConferenceSolutionTypes")
        .add("hangoutsMeet");
    return node;
  }

  String etag() {
    return "\"" + Integer.toHexString((id + summary + description + zone).hashCode()) + "\"";
  }

  ObjectNode document() {
    return Json.object()
        .put("id", id)
        .put("summary", summary)
        .put("description", description)
        .put("zone", zone.getId())
        .put("generation", generation);
  }

  static CalendarInfo of(ObjectNode node) {
    return new CalendarInfo(
        node.get("id").asText(),
        node.get("summary").asText(),
        node.get("description").asText(),
        ZoneId.of(node.get("zone").asText()),
        node.get("generation").asLong());
  }
}
