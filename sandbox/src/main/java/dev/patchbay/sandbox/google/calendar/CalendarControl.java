package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.google.Account;
import dev.patchbay.sandbox.google.Accounts;
import dev.patchbay.sandbox.google.calendar.EventApi.Edit;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ControlBody;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import java.time.Clock;
import java.util.Optional;

/** What a test may do to calendars and events, past OAuth and the API's own rules. */
final class CalendarControl {
  private static final String BASE = "/control/google";
  private static final String CALENDARS = BASE + "/accounts/{account}/calendars";
  private static final String CALENDAR = CALENDARS + "/{calendarId}";
  private static final String EVENTS = CALENDAR + "/events";

  private final Accounts accounts;
  private final Calendars calendars;
  private final EventDesk desk;
  private final CalendarKeeper keeper;
  private final GeneratedEvents generated;
  private final Notifications notifications;

  CalendarControl(
      Accounts accounts,
      Calendars calendars,
      EventDesk desk,
      EventWriter writer,
      Notifications notifications,
      Clock clock) {
    this.accounts = accounts;
    this.calendars = calendars;
    this.desk = desk;
    this.keeper = new CalendarKeeper(calendars);
    this.generated = new GeneratedEvents(writer, clock);
    this.notifications = notifications;
  }

  void declare(Routes routes) {
    routes
        .get(CALENDARS, request -> Answer.json(200, keeper.list(account(request))))
        .post(CALENDARS, request -> Answer.json(201, keeper.add(account(request), request)))
        .patch(CALENDAR, request -> Answer.json(200, keeper.share(account(request), request)))
        .delete(CALENDAR, request -> keeper.unshare(account(request), request))
        .get(EVENTS, this::list)
        .post(EVENTS, request -> event(201, desk.insert(edit(request))))
        .post(EVENTS + "/generate", this::generate)
        .get(EVENTS + "/{eventId}", this::get)
        .put(EVENTS + "/{eventId}", this::put)
        .patch(EVENTS + "/{eventId}", request -> event(200, desk.patch(edit(request), id(request))))
        .delete(EVENTS + "/{eventId}", this::delete)
        .post(BASE + "/sync-tokens/expire", this::expireSyncTokens)
        .get(BASE + "/notifications", request -> Answer.json(200, notified()))
        .delete(BASE + "/notifications", request -> forget());
  }

  private static String id(Request request) {
    return request.parameter("eventId");
  }

  private Account account(Request request) {
    String email = request.parameter("account");
    return accounts
        .find(email)
        .orElseThrow(() -> ControlBody.refused(404, "There is no account " + email));
  }

  private OpenCalendar calendar(Request request) {
    return calendars.open(account(request).email(), request.parameter("calendarId"));
  }

  private Edit edit(Request request) {
    return new Edit(Convenience.of(request), account(request), calendar(request));
  }

  private static Answer event(int status, StoredEvent event) {
    return Answer.json(status, event.json());
  }

  private Answer list(Request request) {
    boolean deletedToo = request.isTrue("deleted");
    return ListAnswer.of(
        request,
        Json.object().put("etag", "\"c" + calendar(request).book().last() + "\""),
        calendar(request).book().all().stream()
            .filter(event -> deletedToo || !event.cancelled())
            .map(StoredEvent::json)
            .toList());
  }

  private Answer get(Request request) {
    return event(200, calendar(request).event(id(request)));
  }

  private Answer put(Request request) {
    Optional<StoredEvent> known = calendar(request).book().find(id(request));
    return known.isPresent()
        ? event(200, desk.update(edit(request), id(request)))
        : event(201, desk.insert(edit(Convenience.withId(request))));
  }

  private Answer delete(Request request) {
    desk.delete(edit(request), id(request));
    return Answer.empty(204);
  }

  private Answer generate(Request request) {
    int count = ControlBody.of(request).path("count").asInt(1000);
    generated.addTo(calendar(request), account(request), count);
    return Answer.json(201, Json.object().put("generated", count));
  }

  private Answer expireSyncTokens(Request request) {
    Optional<String> only =
        request.jsonObject().map(body -> body.path("calendar").asText()).filter(c -> !c.isEmpty());
    calendars.all().stream()
        .map(CalendarInfo::id)
        .filter(id -> only.map(id::equals).orElse(true))
        .forEach(calendars::expireSyncTokens);
    return Answer.empty(204);
  }

  private ObjectNode notified() {
    ObjectNode document = Json.object().put("count", notifications.count());
    ArrayNode items = document.putArray("items");
    for (Notifications.Notification each : notifications.recent()) {
      ObjectNode item =
          items
              .addObject()
              .put("calendar", each.calendar())
              .put("event", each.event())
              .put("what", each.what());
      ArrayNode to = item.putArray("to");
      each.to().forEach(to::add);
    }
    return document;
  }

  private Answer forget() {
    notifications.forget();
    return Answer.empty(204);
  }
}
