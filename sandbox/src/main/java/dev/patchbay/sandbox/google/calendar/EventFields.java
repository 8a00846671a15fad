package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which fields of an event a caller may set, and how a body is laid over what was there. */
record EventFields(Set<String> kept) {
  private static final Set<String> WRITABLE =
      Set.of(
          "anyoneCanAddSelf",
          "attachments",
          "attendees",
          "birthdayProperties",
          "colorId",
          "conferenceData",
          "description",
          "end",
          "endTimeUnspecified",
          "extendedProperties",
          "focusTimeProperties",
          "gadget",
          "guestsCanInviteOthers",
          "guestsCanModify",
          "guestsCanSeeOtherGuests",
          "location",
          "outOfOfficeProperties",
          "recurrence",
          "reminders",
          "source",
          "start",
          "status",
          "summary",
          "transparency",
          "visibility",
          "workingLocationProperties");
  private static final Set<String> SERVER =
      Set.of(
          "kind",
          "etag",
          "id",
          "htmlLink",
          "created",
          "updated",
          "creator",
          "organizer",
          "iCalUID",
          "hangoutLink",
          "recurringEventId",
          "originalStartTime",
          "privateCopy",
          "locked",
          "attendeesOmitted",
          "eventType",
          "sequence");

  /** Conferences and attachments stay as they are unless the caller says that it knows them. */
  static EventFields of(Request request) {
    Set<String> kept = new TreeSet<>(SERVER);
    if (request.query("conferenceDataVersion").filter("1"::equals).isEmpty()) {
      kept.add("conferenceData");
    }
    if (!request.isTrue("supportsAttachments")) {
      kept.add("attachments");
    }
    return new EventFields(kept);
  }

  /** What of a body counts: unknown fields are ignored, as Google ignores them. */
  ObjectNode settable(ObjectNode body) {
    return body.deepCopy().retain(WRITABLE).remove(kept);
  }

  /** PUT: the body replaces everything but the kept fields. */
  ObjectNode replaced(ObjectNode old, ObjectNode body) {
    ObjectNode result = Json.object();
    old.properties().stream()
        .filter(field -> kept.contains(field.getKey()))
        .forEach(field -> result.set(field.getKey(), field.getValue().deepCopy()));
    result.setAll(withoutNulls(settable(body)));
    return result;
  }

  /** PATCH: named fields change, null removes, arrays are replaced whole. */
  ObjectNode patched(ObjectNode old, ObjectNode body) {
    ObjectNode result = old.deepCopy();
    merge(result, settable(body));
    return result;
  }

  private static void merge(ObjectNode target, ObjectNode patch) {
    for (var field : patch.properties()) {
      JsonNode value = field.getValue();
      if (value.isNull()) {
        target.remove(field.getKey());
      } else if (value instanceof ObjectNode inner
          && target.get(field.getKey()) instanceof ObjectNode known) {
        merge(known, inner);
      } else {
        target.set(field.getKey(), value.isObject() ? withoutNulls((ObjectNode) value) : value);
      }
    }
  }

  static ObjectNode withoutNulls(ObjectNode node) {
    ObjectNode result = node.deepCopy();
    List<String> nulls =
        result.properties().stream()
            .filter(field -> field.getValue().isNull())
            .map(Map.Entry::getKey)
            .toList();
    result.remove(nulls);
    return result;
  }
}
