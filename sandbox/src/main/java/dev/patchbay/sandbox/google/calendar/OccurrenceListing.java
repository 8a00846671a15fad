package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code events.instances}: the occurrences of one series, changed ones in their place. */
final class OccurrenceListing {
  private static final PageSize SIZE = new PageSize(250, 2500);
  private static final Duration HORIZON = Duration.ofDays(730);

  private final Clock clock;

  OccurrenceListing(Clock clock) {
    this.clock = clock;
  }

  Answer list(OpenCalendar calendar, StoredEvent master, Request request) {
    EventQuery query = EventQuery.of(request);
    Reading reading = Reading.of(request, "instances." + master.id(), calendar.book().last(), SIZE);
    List<StoredEvent> all = all(calendar, master, query);
    int begin = (int) Math.min(all.size(), reading.after());
    int end = Math.min(all.size(), begin + reading.most());
    EventView view = EventView.of(calendar.entry().role(), request);
    ObjectNode head = head(calendar);
    if (end < all.size()) {
      head.put("nextPageToken", reading.pageBehind(end).encoded());
    }
    return ListAnswer.of(
        request, head, all.subList(begin, end).stream().map(view::listed).toList());
  }

  private List<StoredEvent> all(OpenCalendar calendar, StoredEvent master, EventQuery query) {
    List<StoredEvent> all = new ArrayList<>();
    if (master.recurs() && !master.cancelled()) {
      long horizon = clock.instant().plus(HORIZON).toEpochMilli();
      all.addAll(
          new Series(calendar, master)
              .untouchedOccurrences(query.from(), Math.min(query.to(), horizon)));
    }
    calendar.book().exceptionsOf(master.id()).stream()
        .filter(event -> query.showDeleted() || !event.cancelled())
        .filter(query::inTime)
        .forEach(all::add);
    all.sort(Comparator.comparingLong(event -> event.span().start()));
    return all;
  }

  private static ObjectNode head(OpenCalendar calendar) {
    CalendarInfo info = calendar.info();
    ObjectNode head =
        Json.object()
            .put("kind", "calendar#events")
            .put("etag", "\"p" + calendar.book().last() + "\"")
            .put("summary", info.summary())
            .put("description", info.description())
            .put("timeZone", info.zone().getId())
            .put("accessRole", calendar.entry().role().wireName());
    head.set("defaultReminders", calendar.entry().resource(info).get("defaultReminders"));
    return head;
  }
}
