package dev.patchbay.sandbox.google.calendar;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The rarer way to read a calendar: series as single occurrences, or in another order. */
final class SortedEvents {
  private static final Duration HORIZON = Duration.ofDays(730);

  private final OpenCalendar calendar;
  private final EventQuery query;
  private final Clock clock;

  SortedEvents(OpenCalendar calendar, EventQuery query, Clock clock) {
    this.calendar = calendar;
    this.query = query;
    this.clock = clock;
  }

  /** Pages count through the sorted list, which is made anew for each. */
  EventListing.ListPage page(Reading reading) {
    boolean resumed = query.request().query("pageToken").isPresent();
    long since = reading.incremental() && !resumed ? reading.after() : sinceOf(reading);
    int skip = resumed ? (int) (reading.after() & 0xFFFFFF) : 0;
    List<StoredEvent> all = sorted(reading, since);
    int end = Math.min(all.size(), skip + reading.most());
    List<StoredEvent> events = skip >= end ? List.of() : all.subList(skip, end);
    return new EventListing.ListPage(events, end < all.size(), (since << 24) + end);
  }

  private static long sinceOf(Reading reading) {
    return reading.incremental() ? reading.after() >> 24 : 0;
  }

  private List<StoredEvent> sorted(Reading reading, long since) {
    EventBook book = calendar.book();
    List<StoredEvent> changed =
        book.slice(
                since,
                reading.until(),
                event -> EventListing.shows(book, query, reading, event) && query.fits(event),
                Integer.MAX_VALUE)
            .events();
    List<StoredEvent> events =
        new ArrayList<>(changed.stream().flatMap(this::occurrences).filter(query::inTime).toList());
    if (query.sortedByStart()) {
      events.sort(Comparator.comparingLong(event -> event.span().start()));
    }
    return events;
  }

  private Stream<StoredEvent> occurrences(StoredEvent event) {
    if (!query.singleEvents() || !event.recurs() || event.cancelled()) {
      return Stream.of(event);
    }
    long horizon = clock.instant().plus(HORIZON).toEpochMilli();
    return new Series(calendar, event)
        .untouchedOccurrences(query.from(), Math.min(query.to(), horizon)).stream();
  }
}
