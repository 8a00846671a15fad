package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.google.Account;
import dev.patchbay.sandbox.http.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Many plain but varied events for load tests, each with its own number. */
final class GeneratedEvents {
  private static final int BATCH = 5000;
  private static final Duration LENGTH = Duration.ofMinutes(30);
  private static final String[] TOPICS = {
    "Check-in", "Review", "Démo", "Übergabe", "Planning", "Call", "Workshop", "会議"
  };

  private final EventWriter writer;
  private final Clock clock;

  GeneratedEvents(EventWriter writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
  }

  void addTo(OpenCalendar calendar, Account account, int count) {
    synchronized (calendar.book()) {
      long first = calendar.book().last();
      ObjectNode template = template(calendar, account);
      Instant begin = clock.instant().truncatedTo(ChronoUnit.HOURS);
      for (int done = 0; done < count; done += BATCH) {
        List<ObjectNode> batch = new ArrayList<>(BATCH);
        for (int i = done; i < Math.min(count, done + BATCH); i++) {
          Instant start = begin.plus(Duration.ofMinutes(15L * i));
          batch.add(event(calendar, template, first + i, start));
        }
        calendar.book().putAll(batch);
      }
    }
  }

  /** Checked and completed once; the events differ in a few fields only. */
  private ObjectNode template(OpenCalendar calendar, Account account) {
    ObjectNode event = Json.object();
    event.putObject("start").put("dateTime", clock.instant().toString());
    event.putObject("end").put("dateTime", clock.instant().toString());
    event.putArray("attendees").addObject().put("email", "guest@load.example");
    return writer.created(calendar, account, "gen", event);
  }

  private static ObjectNode event(
      OpenCalendar calendar, ObjectNode template, long number, Instant start) {
    String id = "gen" + String.format(Locale.ROOT, "%09d", number);
    ObjectNode event = template.deepCopy();
    event
        .put("id", id)
        .put("iCalUID", id + "@google.com")
        .put("htmlLink", EventWriter.link(calendar, id))
        .put("summary", TOPICS[(int) (number % TOPICS.length)] + " " + number)
        .put("description", "Generated event number " + number)
        .put("location", "Room " + number % 40);
    ZoneId zone = calendar.info().zone();
    event.withObject("/start").put("dateTime", EventTimes.format(start, zone));
    event.withObject("/end").put("dateTime", EventTimes.format(start.plus(LENGTH), zone));
    event
        .withObject("/attendees/0")
        .put("email", "guest" + number % 500 + "@load.example")
        .put("responseStatus", "accepted");
    return event;
  }
}
