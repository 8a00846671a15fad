package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.google.Bearer;
import dev.patchbay.sandbox.google.GoogleError;
import dev.patchbay.sandbox.google.GoogleScopes;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Bytes;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import java.util.List;

/** The {@code calendarList} and {@code calendars} methods of Calendar v3. */
final class CalendarApi {
  static final String BASE = "/www.googleapis.com/calendar/v3";
  private static final PageSize SIZE = new PageSize(100, 250);

  private final Bearer bearer;
  private final Calendars calendars;

  CalendarApi(Bearer bearer, Calendars calendars) {
    this.bearer = bearer;
    this.calendars = calendars;
  }

  void declare(Routes routes) {
    routes
        .get(BASE + "/users/me/calendarList", this::list)
        .get(BASE + "/users/me/calendarList/{calendarId}", this::entry)
        .get(BASE + "/calendars/{calendarId}", this::calendar);
  }

  private OpenCalendar open(Request request) {
    String account = bearer.caller(request, GoogleScopes.READ_CALENDARS).email();
    return calendars.open(account, request.parameter("calendarId"));
  }

  private Answer calendar(Request request) {
    CalendarInfo info = open(request).info();
    return resource(request, info.resource(), info.etag());
  }

  private Answer entry(Request request) {
    OpenCalendar calendar = open(request);
    CalendarEntry entry = calendar.entry();
    return resource(request, entry.resource(calendar.info()), entry.etag(calendar.info()));
  }

  private static Answer resource(Request request, ObjectNode resource, String etag) {
    return ETags.unchanged(request, etag)
        ? Answer.empty(304).with("ETag", etag)
        : Answer.json(200, resource).with("ETag", etag);
  }

  private Answer list(Request request) {
    String account = bearer.caller(request, GoogleScopes.READ_CALENDARS).email();
    Reading reading = Reading.of(request, "list." + account, calendars.sequence(), SIZE);
    AccessRole least = leastRole(request);
    boolean removedToo = reading.incremental() || request.isTrue("showDeleted");
    List<CalendarEntry> wanted =
        calendars.entries(account).stream()
            .filter(e -> e.sequence() > reading.after() && e.sequence() <= reading.until())
            .filter(e -> removedToo || !e.deleted())
            .filter(e -> e.role().compareTo(least) >= 0)
            .toList();
    List<CalendarEntry> page = wanted.subList(0, Math.min(reading.most(), wanted.size()));
    ObjectNode head =
        Json.object()
            .put("kind", "calendar#calendarList")
            .put("etag", "\"p" + calendars.sequence() + "\"");
    if (page.size() < wanted.size()) {
      head.put("nextPageToken", reading.pageBehind(page.get(page.size() - 1).sequence()).encoded());
    } else {
      head.put("nextSyncToken", reading.next().encoded());
    }
    return ListAnswer.of(request, head, page.stream().map(this::rendered).toList());
  }

  private static AccessRole leastRole(Request request) {
    return request
        .query("minAccessRole")
        .map(
            name ->
                AccessRole.of(name)
                    .orElseThrow(
                        () -> GoogleError.invalid("Invalid value for minAccessRole: " + name)))
        .orElse(AccessRole.FREE_BUSY_READER);
  }

  private Bytes rendered(CalendarEntry entry) {
    CalendarInfo calendar = calendars.find(entry.calendarId()).orElseThrow();
    return Bytes.of(Json.bytes(entry.resource(calendar)));
  }
}
