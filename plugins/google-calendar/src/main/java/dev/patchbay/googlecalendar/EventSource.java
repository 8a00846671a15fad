package dev.patchbay.googlecalendar;

import com.google.api.services.calendar.Calendar;
import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.api.item.Version;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Collection;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import dev.patchbay.googlecalendar.event.EventMapping;
import dev.patchbay.googlecalendar.http.GoogleSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads events with Google's incremental synchronisation. Series are not unfolded: a series and
 * each of its exceptions are one item each, as Google keeps them.
 */
final class EventSource implements Source {

  /**
   * Google's largest page: an exchange costs the same wait for 250 events as for 2,500, and what a
   * page holds in memory is some 3 MB.
   */
  private static final int PAGE_SIZE = 2500;

  private final ConnectionContext context;
  private final GoogleSession session;
  private final Calendars calendars;

  EventSource(ConnectionContext context, GoogleSession session) {
    this.context = context;
    this.session = session;
    this.calendars = new Calendars(session);
  }

  @Override
  public String type() {
    return CalendarEvent.TYPE;
  }

  @Override
  public Page<Collection> collections(Cursor from) {
    return calendars.page(from);
  }

  @Override
  public Page<Change> read(CollectionId calendar, Cursor from) {
    var cursor = EventCursor.of(from);
    var page = EventsPage.parse(session.send(() -> request(calendar, cursor).executeUnparsed()));
    var changes = changes(page.events());
    var answer =
        page.nextPageToken()
            .map(token -> Page.more(changes, nextPage(cursor, token)))
            .orElseGet(() -> lastPage(changes, page.nextSyncToken()));
    return cursor.full() ? answer.ofSnapshot() : answer;
  }

  private Calendar.Events.List request(CollectionId calendar, EventCursor cursor)
      throws IOException {
    return session
        .calendar()
        .events()
        .list(calendar.value())
        .setMaxResults(PAGE_SIZE)
        .setPrettyPrint(false)
        .setSyncToken(cursor.syncToken().orElse(null))
        .setPageToken(cursor.pageToken().orElse(null));
  }

  private static Cursor nextPage(EventCursor asked, String token) {
    if (asked.pageToken().filter(token::equals).isPresent()) {
      throw new Unavailable("Google answered a page that leads to itself: \"" + token + "\"");
    }
    return asked.nextPage(token);
  }

  private static Page<Change> lastPage(List<Change> changes, Optional<String> syncToken) {
    return syncToken
        .map(token -> Page.last(changes, EventCursor.afterPass(token)))
        .orElseGet(() -> Page.last(changes));
  }

  private List<Change> changes(List<ListedEvent> events) {
    var deletedSeries = deletedSeries(events);
    var ends = SeriesEnds.of(events);
    return events.stream()
        .filter(this::named)
        .map(event -> change(event, deletedSeries, ends))
        .collect(Collectors.toUnmodifiableList());
  }

  private static Set<String> deletedSeries(List<ListedEvent> events) {
    return events.stream()
        .filter(event -> event.cancelled() && event.series().isEmpty())
        .flatMap(event -> event.id().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean named(ListedEvent event) {
    if (event.id().isEmpty()) {
      context.log().log(System.Logger.Level.WARNING, "Google listed an event without an id");
    }
    return event.id().isPresent();
  }

  /**
   * A cancelled event is deleted, unless it says that one occurrence of a living series does not
   * take place; that is an item for as long as its series lives and has it.
   */
  private static Change change(ListedEvent event, Set<String> deletedSeries, SeriesEnds ends) {
    var id = event.id().orElseThrow();
    if (event.cancelled()
        && (event.series().filter(s -> !deletedSeries.contains(s)).isEmpty()
            || ends.isBefore(event))) {
      return Change.gone(id, "cancelled");
    }
    return Change.upsert(
        id,
        event.etag().map(Version::new).orElse(null),
        event.fingerprint(),
        () -> EventMapping.toItem(event.json()));
  }
}
