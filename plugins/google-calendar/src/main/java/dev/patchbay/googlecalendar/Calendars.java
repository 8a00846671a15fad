package dev.patchbay.googlecalendar;

import com.google.api.services.calendar.Calendar;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.sync.Collection;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.googlecalendar.http.GoogleSession;
import dev.patchbay.googlecalendar.json.Json;
import dev.patchbay.googlecalendar.json.Node;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The calendars that the user has in their list. One that the user hid there is left out: they said
 * that they do not want to see it.
 */
final class Calendars {

  private static final String KIND = "calendar#calendarList";
  private static final int LARGEST_PAGE = 250;
  private static final Set<String> WRITERS = Set.of("owner", "writer");
  private static final Predicate<String> NOT_BLANK = Predicate.not(String::isBlank);

  private final GoogleSession session;

  Calendars(GoogleSession session) {
    this.session = session;
  }

  Page<Collection> page(Cursor from) {
    var asked = from.isStart() ? null : from.value();
    var list = parse(session.send(() -> request(asked).executeUnparsed()));
    var collections = collections(list);
    var next = list.text("nextPageToken").orElse(null);
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

  private static Node parse(byte[] body) {
    var list = new Node(Json.object(body));
    if (list.text("kind").filter(KIND::equals).isEmpty() || !wellFormed(list)) {
      throw new Unavailable("Google answered JSON that is no list of calendars");
    }
    return list;
  }

  private static boolean wellFormed(Node list) {
    var entries = list.objects("items");
    return (!list.has("items") || list.json().get("items") instanceof List<?>)
        && entries.size() == list.list("items").size()
        && entries.stream().allMatch(entry -> entry.text("id").filter(NOT_BLANK).isPresent());
  }

  private static List<Collection> collections(Node list) {
    return list.objects("items").stream()
        .filter(entry -> !entry.yes("deleted") && !entry.yes("hidden"))
        .map(Calendars::collection)
        .toList();
  }

  private static Collection collection(Node entry) {
    return Collection.builder(new CollectionId(entry.text("id").orElseThrow()), name(entry))
        .primary(entry.yes("primary"))
        .writable(entry.text("accessRole").filter(WRITERS::contains).isPresent())
        .color(entry.text("backgroundColor").orElse(null))
        .timeZone(entry.text("timeZone").orElse(null))
        .build();
  }

  private static String name(Node entry) {
    return Stream.of("summaryOverride", "summary", "id")
        .flatMap(property -> entry.text(property).filter(NOT_BLANK).stream())
        .findFirst()
        .orElseThrow();
  }
}
