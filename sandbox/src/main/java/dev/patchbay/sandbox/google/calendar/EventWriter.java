package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.google.Account;
import dev.patchbay.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Turns what a caller sends into the event that the simulated Google keeps. */
final class EventWriter {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final Set<String> RESCHEDULING = Set.of("start", "end", "recurrence", "location");

  private final Clock clock;

  EventWriter(Clock clock) {
    this.clock = clock;
  }

  /** A new event under that id, with everything that a caller may leave out. */
  ObjectNode created(OpenCalendar calendar, Account caller, String id, ObjectNode settable) {
    String now = STAMP.format(clock.instant());
    ObjectNode event = Json.object().put("kind", "calendar#event").put("etag", "").put("id", id);
    event.put("status", "confirmed").put("htmlLink", link(calendar, id));
    event.put("created", now).put("updated", now);
    event.setAll(EventFields.withoutNulls(settable));
    event.set("creator", person(caller.email(), caller.name(), calendar));
    event.set("organizer", organizer(calendar, caller));
    if (!event.has("iCalUID")) {
      event.put("iCalUID", id + "@google.com");
    }
    event.put("sequence", 0);
    return completed(calendar, event);
  }

  /** The next version of an event whose new content is given. */
  ObjectNode changed(OpenCalendar calendar, ObjectNode old, ObjectNode content) {
    ObjectNode event = completed(calendar, content);
    event.put("updated", STAMP.format(clock.instant()));
    boolean rescheduled =
        RESCHEDULING.stream().anyMatch(name -> !event.path(name).equals(old.path(name)));
    event.put("sequence", old.path("sequence").asInt() + (rescheduled ? 1 : 0));
    return event;
  }

  ObjectNode cancelled(ObjectNode event) {
    return event.put("status", "cancelled").put("updated", STAMP.format(clock.instant()));
  }

  ObjectNode organizer(OpenCalendar calendar, Account caller) {
    return calendar.entry().primary()
        ? person(caller.email(), caller.name(), calendar)
        : person(calendar.info().id(), calendar.info().summary(), calendar);
  }

  private static ObjectNode person(String email, String name, OpenCalendar calendar) {
    ObjectNode person = Json.object().put("email", email).put("displayName", name);
    return calendar.info().id().equals(email) ? person.put("self", true) : person;
  }

  static String link(OpenCalendar calendar, String id) {
    byte[] target = (id + " " + calendar.info().id()).getBytes(StandardCharsets.UTF_8);
    return "https://www.google.com/calendar/event?eid="
        + Base64.getUrlEncoder().withoutPadding().encodeToString(target);
  }

  private ObjectNode completed(OpenCalendar calendar, ObjectNode event) {
    EventRules.check(event, calendar.info().zone());
    if (!event.has("reminders")) {
      event.putObject("reminders").put("useDefault", true);
    }
    if (!event.has("eventType")) {
      event.put("eventType", "default");
    }
    if (!event.has("status")) {
      event.put("status", "confirmed");
    }
    if (event.get("attendees") instanceof ArrayNode attendees) {
      attendees.forEach(attendee -> completed(calendar, event, (ObjectNode) attendee));
    }
    Conferences.create(event);
    return event;
  }

  private static void completed(OpenCalendar calendar, ObjectNode event, ObjectNode attendee) {
    String email = attendee.get("email").asText();
    if (!attendee.has("responseStatus")) {
      attendee.put("responseStatus", "needsAction");
    }
    attendee.remove(List.of("self", "organizer"));
    if (email.equals(calendar.info().id())) {
      attendee.put("self", true);
    }
    JsonNode organizer = event.path("organizer").path("email");
    if (email.equals(organizer.asText())) {
      attendee.put("organizer", true);
    }
  }
}
