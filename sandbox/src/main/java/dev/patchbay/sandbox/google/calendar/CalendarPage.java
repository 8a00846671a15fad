package dev.patchbay.sandbox.google.calendar;

import static dev.patchbay.sandbox.page.Element.tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.google.Account;
import dev.patchbay.sandbox.http.FormEncoding;
import dev.patchbay.sandbox.page.Element;
import dev.patchbay.sandbox.page.Form;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The events of one calendar, newest week first in sight, each with its little form. */
final class CalendarPage {
  private static final int MOST = 200;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

  private final Account account;
  private final OpenCalendar calendar;
  private final Clock clock;

  CalendarPage(Account account, OpenCalendar calendar, Clock clock) {
    this.account = account;
    this.calendar = calendar;
    this.clock = clock;
  }

  Element render() {
    String path = CalendarPages.path(account.email(), calendar.info().id());
    List<StoredEvent> events = events();
    Element rows = tag("ul").style("events").attribute("id", "events");
    events.stream().limit(MOST).forEach(event -> rows.add(row(path, event)));
    Element main =
        tag(
            "main",
            tag("p", tag("a", "← All services").attribute("href", "/")).style("crumb"),
            tag("h1", calendar.info().summary()),
            tag("p", account.name() + ", " + calendar.entry().role().wireName()).style("lead"),
            addition(path),
            tag("p", shown(events.size())).style("hint"),
            rows);
    return tag("body", main).style("wide");
  }

  private static String shown(int count) {
    return count > MOST ? "The nearest " + MOST + " of " + count + " events" : count + " events";
  }

  private List<StoredEvent> events() {
    long now = clock.instant().minus(Duration.ofDays(1)).toEpochMilli();
    return calendar.book().all().stream()
        .filter(event -> !event.cancelled())
        .sorted(
            Comparator.comparing((StoredEvent event) -> event.span().end() < now)
                .thenComparing(event -> event.span().start()))
        .toList();
  }

  private static Element addition(String path) {
    return Form.post(
            path + "/add",
            Form.input("text", "summary", "Title of the new event", "")
                .attribute("placeholder", "A new event, in an hour"),
            Form.button("Add event", "primary"))
        .style("addition");
  }

  private static Element row(String path, StoredEvent event) {
    ObjectNode document = event.document();
    String title = document.path("summary").asText();
    String target = path + "/" + FormEncoding.encode(event.id());
    return tag(
            "li",
            tag("time", when(document), tag("small", remarks(document))),
            Form.post(
                    target + "/rename",
                    Form.input("text", "summary", "Title of " + title, title)
                        .attribute("placeholder", "(no title)"),
                    Form.button("Save", "quiet").attribute("aria-label", "Save " + title))
                .style("rename"),
            Form.post(
                target + "/delete",
                Form.button("Delete", "danger").attribute("aria-label", "Delete " + title)))
        .attribute("id", event.id());
  }

  private static String when(ObjectNode event) {
    JsonNode start = event.path("start");
    return start.has("date")
        ? LocalDate.parse(start.get("date").asText()).format(DAY)
        : OffsetDateTime.parse(start.path("dateTime").asText()).format(TIME);
  }

  private static String remarks(ObjectNode event) {
    if (event.has("recurrence")) {
      return "repeats";
    }
    return event.has("recurringEventId") ? "changed occurrence" : "";
  }
}
