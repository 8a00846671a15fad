package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;

/**
 * A calendar on an account's list: what the account may do with it and how it looks there.
 *
 * @param sequence when it last changed, for incremental reading of the list
 */
public record CalendarEntry(
    String account,
    String calendarId,
    AccessRole role,
    boolean primary,
    CalendarColor color,
    boolean deleted,
    long sequence) {

  static CalendarEntry of(String account, String calendarId, AccessRole role, CalendarColor color) {
    return new CalendarEntry(
        account, calendarId, role, account.equals(calendarId), color, false, 0);
  }

  CalendarEntry withRole(AccessRole other) {
    return new CalendarEntry(account, calendarId, other, primary, color, false, sequence);
  }

  CalendarEntry removed() {
    return new CalendarEntry(account, calendarId, role, primary, color, true, sequence);
  }

  CalendarEntry at(long next) {
    return new CalendarEntry(account, calendarId, role, primary, color, deleted, next);
  }

  ObjectNode resource(CalendarInfo calendar) {
    ObjectNode node =
        Json.object()
            .put("kind", "calendar#calendarListEntry")
            .put("etag", etag(calendar))
            .put("id", calendarId);
    if (deleted) {
      return node.put("deleted", true);
    }
    node.put("summary", calendar.summary());
    if (!calendar.description().isEmpty()) {
      node.put("description", calendar.description());
    }
    node.put("timeZone", calendar.zone().getId())
        .put("colorId", color.id())
        .put("backgroundColor", color.background())
        .put("foregroundColor", color.foreground())
        .put("selected", true)
        .put("accessRole", role.wireName());
    node.putArray("defaultReminders").addObject().put("method", "popup").put("minutes", 10);
    if (primary) {
      node.put("primary", true);
    }
    node.putObject("conferenceProperties")
        .putArray("allowedConferenceSolutionTypes")
        .add("hangoutsMeet");
    return node;
  }

  String etag(CalendarInfo calendar) {
    String content = calendar.etag() + role + color + deleted + sequence;
    return "\"" + Integer.toHexString(content.hashCode()) + "\"";
  }

  ObjectNode document() {
    return Json.object()
        .put("account", account)
        .put("calendarId", calendarId)
        .put("role", role.wireName())
        .put("primary", primary)
        .put("color", color.name())
        .put("deleted", deleted)
        .put("sequence", sequence);
  }

  static CalendarEntry of(ObjectNode node) {
    return new CalendarEntry(
        node.get("account").asText(),
        node.get("calendarId").asText(),
        AccessRole.of(node.get("role").asText()).orElseThrow(),
        node.get("primary").asBoolean(),
        CalendarColor.valueOf(node.get("color").asText()),
        node.get("deleted").asBoolean(),
        node.get("sequence").asLong());
  }
}
