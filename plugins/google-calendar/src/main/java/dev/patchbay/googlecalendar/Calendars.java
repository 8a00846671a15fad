package dev.patchbay.googlecalendar;

import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.model.CalendarList;
import com.google.api.services.calendar.model.CalendarListEntry;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.sync.Collection;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.googlecalendar.http.GoogleSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The calendars that the user has in their list. One that the user hid there is left out: they said
 * that they do not want to see it.
 */
final class Calendars {

  private static final String KIND = "calendar#calendarList";
  private static final int LARGEST_PAGE = 250;

  private final GoogleSession session;

  Calendars(GoogleSession session) {
    this.session = session;
  }

  Page<Collection> page(Cursor from) {
    var asked = from.isStart() ? null : from.value();
    var list = parse(session.send(() -> request(asked).executeUnparsed()));
    var collections = collections(list);
    var next = list.getNextPageToken();
    if (next != null && next.equals(asked)) {
      throw new Unavailable("Google answered a page that leads to itself: \"" + next + "\"");
    }
    return (next == null ? Page.last(collections) : Page.more(collections, Cursor.of(next)))
        .ofSnapshot();
  }

  private Calendar.CalendarList.List request(String pageToken) throws IOException {
    return session
        .calendar()
        .calendarList()
        .list()
        .setMaxResults(LARGEST_PAGE)
        .setPrettyPrint(false)
        .setPageToken(pageToken);
  }

  private CalendarList parse(byte[] body) {
    var parser = session.calendar().getObjectParser();
    try {
      var list =
          parser.parseAndClose(
              new ByteArrayInputStream(body), StandardCharsets.UTF_8, CalendarList.class);
      if (list != null && KIND.equals(list.getKind())) {
        return list;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Unavailable("Google answered something that is no list of calendars", e);
    }
    throw new Unavailable("Google answered JSON that is no list of calendars");
  }

  private static List<Collection> collections(CalendarList list) {
    return Stream.ofNullable(list.getItems())
        .flatMap(List::stream)
        .filter(entry -> !Boolean.TRUE.equals(entry.getDeleted()))
        .filter(entry -> !Boolean.TRUE.equals(entry.getHidden()))
        .map(Calendars::collection)
        .toList();
  }

  private static Collection collection(CalendarListEntry entry) {
    return Collection.builder(new CollectionId(entry.getId()), name(entry))
        .primary(Boolean.TRUE.equals(entry.getPrimary()))
        .writable(writable(entry.getAccessRole()))
        .color(entry.getBackgroundColor())
        .timeZone(entry.getTimeZone())
        .build();
  }

  private static String name(CalendarListEntry entry) {
    return Stream.of(entry.getSummaryOverride(), entry.getSummary(), entry.getId())
        .flatMap(name -> Optional.ofNullable(name).filter(text -> !text.isBlank()).stream())
        .findFirst()
        .orElseThrow();
  }

  private static boolean writable(String role) {
    return "owner".equals(role) || "writer".equals(role);
  }
}
