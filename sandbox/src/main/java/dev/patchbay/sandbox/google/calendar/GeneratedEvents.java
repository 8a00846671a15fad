package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.google.Account;
import dev.patchbay.sandbox.http.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Many plain but varied events for load tests, each with its own number. */
final class GeneratedEvents {
  private static final int BATCH = 5000;
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
      Instant begin = clock.instant().truncatedTo(ChronoUnit.HOURS);
      for (int done = 0; done < count; done += BATCH) {
        List<ObjectNode> batch = new ArrayList<>(BATCH);
        for (int i = done; i < Math.min(count, done + BATCH); i++) {
          batch.add(event(calendar, account, first + i, begin.plus(Duration.ofMinutes(15L * i))));
        }
        calendar.book().putAll(batch);
      }
    }
  }

  private ObjectNode event(OpenCalendar calendar, Account account, long number, Instant start) {
    String topic = TOPICS[(int) (number % TOPICS.length)];
    ObjectNode event =
        Json.object()
            .put("summary", topic + " " + number)
            .put("description", "Generated event number " + number)
            .put("location", "Room " + number % 40);
    event.putObject("start").put("dateTime", start.toString());
    event.putObject("end").put("dateTime", start.plus(Duration.ofMinutes(30)).toString());
    event
        .putArray("attendees")
        .addObject()
        .put("email", "guest" + number % 500 + "@load.example")
        .put("responseStatus", "accepted");
    return writer.created(
        calendar, account, "gen" + String.format(Locale.ROOT, "%09d", number), event);
  }
}
