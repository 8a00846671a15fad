package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.net.URI;
import java.time.Instant;

/**
 * A notification channel that somebody opened.
 *
 * @param calendar whose events it tells of; empty text for the account's list of calendars
 * @param messages the number of its last message
 */
record Channel(
    String id,
    String resourceId,
    String account,
    String calendar,
    URI address,
    String token,
    Instant expiration,
    long messages) {

  static Channel of(ObjectNode document) {
    return new Channel(
        document.get("id").asText(),
        document.get("resourceId").asText(),
        document.get("account").asText(),
        document.get("calendar").asText(),
        URI.create(document.get("address").asText()),
        document.get("token").asText(),
        Instant.ofEpochMilli(document.get("expiration").asLong()),
        document.get("messages").asLong());
  }

  ObjectNode document() {
    return Json.object()
        .put("id", id)
        .put("resourceId", resourceId)
        .put("account", account)
        .put("calendar", calendar)
        .put("address", address.toString())
        .put("token", token)
        .put("expiration", expiration.toEpochMilli())
        .put("messages", messages);
  }

  /** As Google answers it. */
  ObjectNode resource() {
    return Json.object()
        .put("kind", "api#channel")
        .put("id", id)
        .put("resourceId", resourceId)
        .put("resourceUri", resourceUri())
        .put("token", token)
        .put("expiration", String.valueOf(expiration.toEpochMilli()));
  }

  String resourceUri() {
    String api = "https://www.googleapis.com/calendar/v3";
    return calendar.isEmpty()
        ? api + "/users/me/calendarList?alt=json"
        : api + "/calendars/" + calendar + "/events?alt=json";
  }

  /** The same after one more message. */
  Channel next() {
    return new Channel(id, resourceId, account, calendar, address, token, expiration, messages + 1);
  }
}
