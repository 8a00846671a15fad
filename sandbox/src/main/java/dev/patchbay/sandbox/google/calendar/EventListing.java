package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.fault.Trick;
import dev.patchbay.sandbox.google.GoogleError;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code events.list}: pages along the calendar's history, then a sync token. */
final class EventListing {
  private static final PageSize SIZE = new PageSize(250, 2500);
  private static final Duration MEMORY = Duration.ofDays(28);

  private final Clock clock;

  EventListing(Clock clock) {
    this.clock = clock;
  }

  Answer list(OpenCalendar calendar, Request request) {
    EventQuery query = EventQuery.of(request);
    checkMemory(query);
    Reading reading = Reading.of(request, listName(calendar), calendar.book().last(), SIZE);
    ListPage page = page(calendar, query, reading);
    ObjectNode head = head(calendar);
    if (Trick.LOOPING_PAGE.isAsked(request)) {
      head.put("nextPageToken", request.query("pageToken").orElse(reading.samePage().encoded()));
    } else if (Trick.DUPLICATE_PAGE.isAsked(request)) {
      head.put("nextPageToken", reading.samePage().salted(clock.millis()).encoded());
    } else if (page.more()) {
      head.put("nextPageToken", reading.pageBehind(page.last()).encoded());
    } else if (query.syncable()) {
      head.put("nextSyncToken", reading.next().encoded());
    }
    EventView view = EventView.of(calendar.entry().role(), request);
    return ListAnswer.of(request, head, page.events().stream().map(view::listed).toList());
  }

  private static String listName(OpenCalendar calendar) {
    return calendar.info().generation()
        + "."
        + Integer.toHexString(calendar.info().id().hashCode());
  }

  private void checkMemory(EventQuery query) {
    Instant oldest = clock.instant().minus(MEMORY);
    if (query.showDeleted() && query.updatedMin().filter(oldest::isAfter).isPresent()) {
      throw GoogleError.of(
          410,
          "calendar",
          "updatedMinTooLongAgo",
          "The requested minimum modification time lies too far in the past.");
    }
  }

  private ListPage page(OpenCalendar calendar, EventQuery query, Reading reading) {
    return query.sorted()
        ? new SortedEvents(calendar, query, clock).page(reading)
        : inOrderOfChange(calendar, query, reading);
  }

  private static ListPage inOrderOfChange(
      OpenCalendar calendar, EventQuery query, Reading reading) {
    EventBook book = calendar.book();
    EventBook.Slice slice =
        book.slice(
            reading.after(),
            reading.until(),
            event -> shows(book, query, reading, event) && query.inTime(event) && query.fits(event),
            reading.most());
    List<StoredEvent> events = slice.events();
    long last = events.isEmpty() ? reading.until() : events.get(events.size() - 1).sequence();
    return new ListPage(events, slice.more(), last);
  }

  /** Deleted events belong to incremental readings; a cancelled occurrence to its living series. */
  static boolean shows(EventBook book, EventQuery query, Reading reading, StoredEvent event) {
    if (!event.cancelled() || reading.incremental() || query.showDeleted()) {
      return true;
    }
    return !query.singleEvents()
        && event.series().flatMap(book::find).filter(series -> !series.cancelled()).isPresent();
  }

  private static ObjectNode head(OpenCalendar calendar) {
    CalendarInfo info = calendar.info();
    ObjectNode head =
        Json.object()
            .put("kind", "calendar#events")
            .put("etag", "\"p" + calendar.book().last() + "\"")
            .put("summary", info.summary())
            .put("description", info.description())
            .put("updated", updated(calendar.book()))
            .put("timeZone", info.zone().getId())
            .put("accessRole", calendar.entry().role().wireName());
    head.set("defaultReminders", calendar.entry().resource(info).get("defaultReminders"));
    return head;
  }

  private static String updated(EventBook book) {
    return book.newest()
        .map(event -> event.document().get("updated").asText())
        .orElse("1970-01-01T00:00:00.000Z");
  }

  /** One page: its events, whether more follow, and where to go on. */
  record ListPage(List<StoredEvent> events, boolean more, long last) {}
}
