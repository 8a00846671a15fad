package dev.patchbay.googlecalendar;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.error.VersionConflict;
import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.item.ItemId;
import dev.patchbay.api.item.Patch;
import dev.patchbay.api.item.Version;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Target;
import dev.patchbay.api.sync.Written;
import dev.patchbay.googlecalendar.event.EventMapping;
import dev.patchbay.googlecalendar.http.GoogleSession;
import dev.patchbay.googlecalendar.http.Reply;
import dev.patchbay.googlecalendar.json.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes events. An update sends Google's properties that the patch changes and no other, so that
 * whatever else an event has survives; it and a deletion go with the ETag of the version that they
 * were made of. A new event has an id made of the idempotency key, so that a repetition cannot make
 * a second one.
 */
final class EventTarget implements Target {

  /** The properties of JSCalendar that can be written. */
  static final List<String> FIELDS =
      List.of(
          "title",
          "description",
          "start",
          "timeZone",
          "duration",
          "showWithoutTime",
          "privacy",
          "freeBusyStatus",
          "color",
          "locations",
          "participants",
          "alerts",
          "useDefaultAlerts",
          "recurrenceRules",
          "excludedRecurrenceRules",
          "recurrenceOverrides");

  private final EventRequests requests;

  EventTarget(GoogleSession session) {
    this.requests = new EventRequests(session);
  }

  @Override
  public String type() {
    return CalendarEvent.TYPE;
  }

  @Override
  public Written create(CollectionId calendar, Item item, IdempotencyKey key) {
    var wanted = CalendarEvent.of(item.json());
    var occurrence = NewOccurrence.of(wanted);
    return occurrence.isPresent()
        ? change(calendar, occurrence.get(), key)
        : insert(calendar, NewEvent.of(wanted, key), key);
  }

  private Written insert(CollectionId calendar, NewEvent event, IdempotencyKey key) {
    var reply = requests.insert(calendar, event.json());
    if (!reply.isTaken()) {
      return written(calendar.value(), reply);
    }
    var there = new ItemId(calendar.value(), NewEvent.idOf(key));
    return find(calendar, key)
        .orElseThrow(
            () ->
                new VersionConflict(
                    "The event %s was made by this edit and is gone".formatted(there)));
  }

  private Written change(CollectionId calendar, NewOccurrence occurrence, IdempotencyKey key) {
    var id = new ItemId(calendar.value(), occurrence.id());
    var there = requests.get(id);
    if (!there.isSuccess() || isCancelled(new Node(there.json()))) {
      throw new Rejected("The series has no occurrence %s that takes place".formatted(id));
    }
    if (NewEvent.isMarked(new Node(there.json()), key)) {
      return written(calendar.value(), there);
    }
    var etag = new Node(there.json()).text("etag").orElse("");
    return written(
        calendar.value(), requests.patch(id, occurrence.changes(there.json(), key), etag));
  }

  @Override
  public Written update(ItemId id, Patch patch, Version expected) {
    var base = patch.base().or(() -> inVersion(id, expected)).orElseThrow(() -> gone(id));
    var changes = EventChanges.of(CalendarEvent.of(base.json()), patch);
    if (changes.isEmpty()) {
      return read(id).orElseThrow(() -> gone(id));
    }
    var reply = requests.patch(id, changes, expected.value());
    if (reply.isMissing()) {
      throw gone(id);
    }
    return written(id.collection(), reply);
  }

  @Override
  public void delete(ItemId id, Version expected) {
    try {
      requireNothing(requests.delete(id, expected.value()));
    } catch (VersionConflict e) {
      if (read(id).isPresent()) {
        throw e;
      }
    }
  }

  private static void requireNothing(Reply reply) {
    if (!reply.json().isEmpty()) {
      throw new Unavailable("Google answered a deletion with something else than nothing");
    }
  }

  @Override
  public Written move(ItemId id, CollectionId to) {
    var reply = requests.move(id, to);
    if (reply.isMissing()) {
      throw gone(id);
    }
    return written(to.value(), reply);
  }

  @Override
  public Optional<Written> read(ItemId id) {
    return Optional.of(requests.get(id))
        .filter(Reply::isSuccess)
        .map(Reply::json)
        .filter(event -> isThere(new Node(event)))
        .map(event -> written(id.collection(), event));
  }

  /** A cancelled occurrence is there as long as its series is: it says that it does not happen. */
  private static boolean isThere(Node event) {
    return !isCancelled(event) || event.has("recurringEventId");
  }

  private static boolean isCancelled(Node event) {
    return event.text("status").filter("cancelled"::equals).isPresent();
  }

  @Override
  public Optional<Written> find(CollectionId calendar, IdempotencyKey key) {
    var id = new ItemId(calendar.value(), NewEvent.idOf(key));
    var reply = requests.get(id);
    if (!reply.isSuccess()) {
      return findOccurrence(calendar, key);
    }
    var event = reply.json();
    if (!NewEvent.isMarked(new Node(event), key)) {
      throw new Rejected("The id %s is taken by an event of somebody else".formatted(id));
    }
    return Optional.of(event)
        .filter(there -> isThere(new Node(there)))
        .map(there -> written(calendar.value(), there));
  }

  /** An occurrence that was changed with the key; its id is not made of that. */
  private Optional<Written> findOccurrence(CollectionId calendar, IdempotencyKey key) {
    return new Node(requests.having(calendar, NewEvent.query(key)).json())
        .objects("items").stream()
            .filter(event -> event.has("recurringEventId") && !isCancelled(event))
            .findFirst()
            .map(event -> written(calendar.value(), event.json()));
  }

  private Optional<Item> inVersion(ItemId id, Version expected) {
    var present = read(id);
    if (present.filter(event -> !event.version().equals(expected)).isPresent()) {
      throw new VersionConflict("The event %s is no longer in this version".formatted(id));
    }
    return present.map(Written::item);
  }

  private static VersionConflict gone(ItemId id) {
    return new VersionConflict("The event %s is gone".formatted(id));
  }

  private static Unavailable noEvent() {
    return new Unavailable("Google answered JSON that is no event");
  }

  private static Written written(String calendar, Reply reply) {
    return written(calendar, reply.json());
  }

  private static Written written(String calendar, Map<String, Object> event) {
    var google = new Node(event);
    var etag = google.text("etag").orElse("");
    return Written.of(
        new ItemId(calendar, google.text("id").orElseThrow(EventTarget::noEvent)),
        new Version(etag),
        etag,
        EventMapping.toItem(event));
  }
}
