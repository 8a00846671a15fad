package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.google.Account;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ControlBody;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import java.time.ZoneId;
import java.util.Locale;

/** Adds calendars to an account, shares them with another role, takes them away. */
final class CalendarKeeper {
  private final Calendars calendars;

  CalendarKeeper(Calendars calendars) {
    this.calendars = calendars;
  }

  ObjectNode list(Account account) {
    ObjectNode document = Json.object();
    document
        .putArray("items")
        .addAll(
            calendars.entries(account.email()).stream()
                .map(e -> e.resource(calendars.find(e.calendarId()).orElseThrow()))
                .toList());
    return document;
  }

  ObjectNode add(Account account, Request request) {
    ObjectNode body = ControlBody.of(request);
    String summary = ControlBody.text(body, "summary");
    String id = body.path("id").asText(address(account, summary));
    ZoneId zone = ZoneId.of(body.path("timeZone").asText("Europe/Zurich"));
    if (calendars.find(id).isEmpty()) {
      calendars.put(new CalendarInfo(id, summary, body.path("description").asText(), zone, 0));
    }
    calendars.put(CalendarEntry.of(account.email(), id, role(body), CalendarColor.AMBER));
    return resource(account, id);
  }

  private static String address(Account account, String summary) {
    String name = summary.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String user = account.email().substring(0, account.email().indexOf('@'));
    return user + "-" + name + "@group.calendar.sandbox.example";
  }

  private static AccessRole role(ObjectNode body) {
    String name = body.path("accessRole").asText("owner");
    return AccessRole.of(name)
        .orElseThrow(() -> ControlBody.refused(400, "No such accessRole: " + name));
  }

  private ObjectNode resource(Account account, String id) {
    OpenCalendar calendar = calendars.open(account.email(), id);
    return calendar.entry().resource(calendar.info());
  }

  ObjectNode share(Account account, Request request) {
    OpenCalendar calendar = calendars.open(account.email(), request.parameter("calendarId"));
    calendars.put(calendar.entry().withRole(role(ControlBody.of(request))));
    return resource(account, calendar.info().id());
  }

  Answer unshare(Account account, Request request) {
    calendars.put(
        calendars.open(account.email(), request.parameter("calendarId")).entry().removed());
    return Answer.empty(204);
  }
}
