package dev.patchbay.sandbox.google.calendar;

import static dev.patchbay.sandbox.page.Element.tag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.google.Account;
import dev.patchbay.sandbox.google.Accounts;
import dev.patchbay.sandbox.google.calendar.EventApi.Edit;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ControlBody;
import dev.patchbay.sandbox.http.FormEncoding;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.page.Element;
import dev.patchbay.sandbox.page.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Calendars for people: whose there are, what is in them, and small forms to change that. */
final class CalendarPages {
  private static final String CALENDAR = "/google/{account}/{calendarId}";

  private final Accounts accounts;
  private final Calendars calendars;
  private final EventDesk desk;
  private final Clock clock;

  CalendarPages(Accounts accounts, Calendars calendars, EventDesk desk, Clock clock) {
    this.accounts = accounts;
    this.calendars = calendars;
    this.desk = desk;
    this.clock = clock;
  }

  void declare(Routes routes) {
    routes
        .get(CALENDAR, this::show)
        .post(CALENDAR + "/add", this::add)
        .post(CALENDAR + "/{eventId}/rename", this::rename)
        .post(CALENDAR + "/{eventId}/delete", this::delete);
  }

  Element overview() {
    Element people = tag("div").style("accounts-grid");
    for (Account account : accounts.all()) {
      Element list = tag("ul").style("calendars");
      for (CalendarEntry entry : calendars.entries(account.email())) {
        if (!entry.deleted()) {
          list.add(calendarLink(account, entry));
        }
      }
      people.add(
          tag("article", tag("h3", account.name(), " ", tag("small", account.email())), list)
              .style("account"));
    }
    return tag("section", tag("h2", "Google Calendar"), people);
  }

  private Element calendarLink(Account account, CalendarEntry entry) {
    OpenCalendar calendar = calendars.open(account.email(), entry.calendarId());
    long events = calendar.book().all().stream().filter(e -> !e.cancelled()).count();
    return tag(
        "li",
        tag("span").style("dot " + entry.color().name().toLowerCase(Locale.ROOT)),
        tag("a", calendar.info().summary())
            .attribute("href", path(account.email(), entry.calendarId())),
        tag("small", events + " events, " + entry.role().wireName()));
  }

  static String path(String account, String calendar) {
    return "/google/" + FormEncoding.encode(account) + "/" + FormEncoding.encode(calendar);
  }

  private OpenCalendar open(Request request) {
    return calendars.open(request.parameter("account"), request.parameter("calendarId"));
  }

  private Account account(Request request) {
    String email = request.parameter("account");
    return accounts
        .find(email)
        .orElseThrow(() -> ControlBody.refused(404, "There is no account " + email));
  }

  private Answer show(Request request) {
    OpenCalendar calendar = open(request);
    return Page.answer(
        200,
        calendar.info().summary() + " - sandbox",
        new CalendarPage(account(request), calendar, clock).render());
  }

  private Answer add(Request request) {
    String title = field(request, "summary");
    Instant start = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    ObjectNode event = Json.object().put("summary", title);
    event.putObject("start").put("dateTime", start.toString());
    event.putObject("end").put("dateTime", start.plus(Duration.ofHours(1)).toString());
    return back(request, desk.insert(edit(request, event)).id());
  }

  private Answer rename(Request request) {
    ObjectNode change = Json.object().put("summary", field(request, "summary"));
    return back(request, desk.patch(edit(request, change), request.parameter("eventId")).id());
  }

  private Answer delete(Request request) {
    desk.delete(edit(request, Json.object()), request.parameter("eventId"));
    return back(request, "events");
  }

  private Edit edit(Request request, ObjectNode body) {
    Request plain = request.carrying(Json.bytes(body)).asking(Map.of());
    return new Edit(plain, account(request), open(request));
  }

  private static String field(Request request, String name) {
    return request.form().getOrDefault(name, List.of("")).get(0);
  }

  /** Back to the calendar, at the event just changed. */
  private static Answer back(Request request, String place) {
    String path = path(request.parameter("account"), request.parameter("calendarId"));
    return Answer.redirect(303, path + "#" + place);
  }
}
