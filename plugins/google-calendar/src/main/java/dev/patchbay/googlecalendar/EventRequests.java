package dev.patchbay.googlecalendar;

import com.google.api.client.http.GenericUrl;
import dev.patchbay.api.item.ItemId;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.googlecalendar.http.GoogleSession;
import dev.patchbay.googlecalendar.http.Reply;
import dev.patchbay.googlecalendar.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The exchanges that write single events, as Google's raw JSON. No invitee hears of any of them:
 * whoever edits in a CRM does not expect mails to go out.
 */
final class EventRequests {

  private static final String CALENDARS = "https://www.googleapis.com/calendar/v3/calendars";
  private static final Set<Integer> MISSING = Set.of(404, 410);

  private final GoogleSession session;

  EventRequests(GoogleSession session) {
    this.session = session;
  }

  Reply insert(CollectionId calendar, Map<String, Object> event) {
    return session.ask(
        "POST", quiet(events(calendar.value())), null, Json.bytes(event), Set.of(409));
  }

  Reply patch(ItemId id, Map<String, Object> changes, String etag) {
    return session.ask("PATCH", quiet(event(id)), match(etag), Json.bytes(changes), MISSING);
  }

  Reply delete(ItemId id, String etag) {
    return session.ask("DELETE", quiet(event(id)), match(etag), null, MISSING);
  }

  Reply move(ItemId id, CollectionId to) {
    var url = quiet(event(id, "move"));
    url.set("destination", to.value());
    return session.ask("POST", url, null, new byte[0], MISSING);
  }

  /** The events that have a private property with this value ({@code name=value}). */
  Reply having(CollectionId calendar, String property) {
    var url = events(calendar.value());
    url.set("privateExtendedProperty", property);
    return session.ask("GET", url, null, null, MISSING);
  }

  Reply get(ItemId id) {
    return session.ask("GET", event(id), null, null, MISSING);
  }

  private static String match(String etag) {
    return etag.isEmpty() ? null : etag;
  }

  private static GenericUrl events(String calendar) {
    var url = new GenericUrl(CALENDARS);
    url.getPathParts().addAll(List.of(calendar, "events"));
    return url;
  }

  private static GenericUrl event(ItemId id, String... more) {
    var url = events(id.collection());
    url.getPathParts().add(id.externalId());
    url.getPathParts().addAll(List.of(more));
    return url;
  }

  private static GenericUrl quiet(GenericUrl url) {
    url.set("sendUpdates", "none");
    return url;
  }
}
