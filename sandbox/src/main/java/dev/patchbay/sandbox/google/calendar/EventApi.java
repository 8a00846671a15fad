package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.google.Account;
import dev.patchbay.sandbox.google.Bearer;
import dev.patchbay.sandbox.google.GoogleError;
import dev.patchbay.sandbox.google.GoogleScopes;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Body;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import java.util.function.Function;

/** The {@code events} methods of Calendar v3: request to event desk and back. */
final class EventApi {
  private final Bearer bearer;
  private final Calendars calendars;
  private final EventDesk desk;
  private final EventListing listing;
  private final OccurrenceListing occurrences;

  EventApi(
      Bearer bearer,
      Calendars calendars,
      EventDesk desk,
      EventListing listing,
      OccurrenceListing occurrences) {
    this.bearer = bearer;
    this.calendars = calendars;
    this.desk = desk;
    this.listing = listing;
    this.occurrences = occurrences;
  }

  void declare(Routes routes) {
    String events = CalendarApi.BASE + "/calendars/{calendarId}/events";
    String event = events + "/{eventId}";
    routes
        .get(events, request -> listing.list(reading(request), request))
        .post(events, request -> written(request, desk::insert))
        .post(events + "/import", request -> written(request, desk::importCopy))
        .get(event, this::get)
        .put(event, request -> written(request, edit -> desk.update(edit, id(request))))
        .patch(event, request -> written(request, edit -> desk.patch(edit, id(request))))
        .delete(event, this::delete)
        .post(event + "/move", this::move)
        .get(event + "/instances", this::instances);
  }

  private static String id(Request request) {
    return request.parameter("eventId");
  }

  private OpenCalendar reading(Request request) {
    return open(bearer.caller(request, GoogleScopes.READ_EVENTS), request);
  }

  private OpenCalendar open(Account caller, Request request) {
    return calendars.open(caller.email(), request.parameter("calendarId"));
  }

  private Edit edit(Request request) {
    Account caller = bearer.caller(request, GoogleScopes.WRITE_EVENTS);
    return new Edit(request, caller, open(caller, request).forWriting());
  }

  private Answer get(Request request) {
    OpenCalendar calendar = reading(request);
    StoredEvent event = calendar.event(id(request));
    if (ETags.unchanged(request, event.etag())) {
      return Answer.empty(304).with("ETag", event.etag());
    }
    return shown(request, calendar, event);
  }

  private Answer delete(Request request) {
    desk.delete(edit(request), id(request));
    return Answer.empty(204);
  }

  private Answer move(Request request) {
    Edit edit = edit(request);
    String destination =
        request
            .query("destination")
            .orElseThrow(() -> GoogleError.required("Required parameter: destination"));
    OpenCalendar target = calendars.open(edit.caller().email(), destination).forWriting();
    return shown(request, target, desk.move(edit, id(request), target));
  }

  private Answer instances(Request request) {
    OpenCalendar calendar = reading(request);
    return occurrences.list(calendar, calendar.event(id(request)), request);
  }

  private Answer written(Request request, Function<Edit, StoredEvent> change) {
    Edit edit = edit(request);
    return shown(request, edit.calendar(), change.apply(edit));
  }

  private static Answer shown(Request request, OpenCalendar calendar, StoredEvent event) {
    Body body = EventView.of(calendar.entry().role(), request).whole(event);
    return Answer.json(200, body).with("ETag", event.etag());
  }

  /** A change that a caller asks for. */
  record Edit(Request request, Account caller, OpenCalendar calendar) {
    ObjectNode body() {
      return request
          .jsonObject()
          .orElseThrow(() -> GoogleError.of(400, "global", "parseError", "Parse Error"));
    }
  }
}
