package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.google.GoogleError;
import dev.patchbay.sandbox.google.calendar.EventApi.Edit;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Carries out changes of events, the API's and the control API's alike. */
final class EventDesk {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final EventWriter writer;
  private final Notifications notifications;

  EventDesk(EventWriter writer, Notifications notifications) {
    this.writer = writer;
    this.notifications = notifications;
  }

  StoredEvent insert(Edit edit) {
    synchronized (edit.calendar().book()) {
      ObjectNode body = edit.body();
      String id = body.hasNonNull("id") ? body.get("id").asText() : newId();
      EventRules.checkNewId(id);
      if (edit.calendar().book().find(id).isPresent()) {
        throw GoogleError.of(
            409, "global", "duplicate", "The requested identifier already exists.");
      }
      return insert(edit, id, EventFields.of(edit.request()).settable(body));
    }
  }

  private StoredEvent insert(Edit edit, String id, ObjectNode settable) {
    ObjectNode body = edit.body();
    if (body.hasNonNull("iCalUID")) {
      settable.set("iCalUID", body.get("iCalUID"));
    }
    if (body.hasNonNull("eventType")) {
      settable.set("eventType", body.get("eventType"));
    }
    ObjectNode event = writer.created(edit.calendar(), edit.caller(), id, settable);
    notifications.about(edit.request(), edit.calendar(), event, "invited");
    return edit.calendar().book().put(event);
  }

  /** A private copy of an event that lives elsewhere; the same {@code iCalUID} again updates it. */
  StoredEvent importCopy(Edit edit) {
    ObjectNode body = edit.body();
    if (!body.hasNonNull("iCalUID")) {
      throw GoogleError.required("Missing iCalUID.");
    }
    synchronized (edit.calendar().book()) {
      Optional<StoredEvent> known =
          edit.calendar().book().all().stream()
              .filter(e -> e.document().path("iCalUID").equals(body.get("iCalUID")))
              .findFirst();
      ObjectNode settable = EventFields.of(edit.request()).settable(body);
      ObjectNode event =
          writer.created(
              edit.calendar(), edit.caller(), known.map(StoredEvent::id).orElse(newId()), settable);
      event.set("iCalUID", body.get("iCalUID"));
      if (body.hasNonNull("organizer")) {
        event.set("organizer", body.get("organizer"));
      }
      return edit.calendar().book().put(event.put("privateCopy", true));
    }
  }

  StoredEvent update(Edit edit, String id) {
    return change(edit, id, EventFields.of(edit.request())::replaced);
  }

  StoredEvent patch(Edit edit, String id) {
    return change(edit, id, EventFields.of(edit.request())::patched);
  }

  private StoredEvent change(Edit edit, String id, Overlay overlay) {
    synchronized (edit.calendar().book()) {
      StoredEvent old = edit.calendar().event(id);
      ETags.check(edit.request(), old.etag());
      ObjectNode before = old.document();
      ObjectNode event =
          writer.changed(edit.calendar(), before, overlay.apply(before, edit.body()));
      boolean dropped = event.path("status").asText().equals("cancelled");
      notifications.about(
          edit.request(), edit.calendar(), event, dropped ? "cancelled" : "updated");
      StoredEvent written = edit.calendar().book().put(event);
      dropExceptions(edit.calendar(), written);
      return written;
    }
  }

  /** What the rule no longer yields is gone, also where it was changed by itself. */
  private void dropExceptions(OpenCalendar calendar, StoredEvent series) {
    if (series.recurs() && !series.cancelled()) {
      Series occurrences = new Series(calendar, series);
      calendar.book().exceptionsOf(series.id()).stream()
          .filter(event -> !event.cancelled() && occurrences.occurrence(event.id()).isEmpty())
          .map(event -> writer.cancelled(event.document()))
          .forEach(calendar.book()::put);
    }
  }

  void delete(Edit edit, String id) {
    synchronized (edit.calendar().book()) {
      StoredEvent old = edit.calendar().event(id);
      ETags.check(edit.request(), old.etag());
      if (old.cancelled()) {
        throw GoogleError.of(410, "global", "deleted", "Resource has been deleted");
      }
      notifications.about(edit.request(), edit.calendar(), old.document(), "cancelled");
      edit.calendar().book().putAll(cancelled(edit.calendar(), old));
    }
  }

  private List<ObjectNode> cancelled(OpenCalendar calendar, StoredEvent event) {
    return Stream.concat(
            Stream.of(event),
            calendar.book().exceptionsOf(event.id()).stream().filter(e -> !e.cancelled()))
        .map(each -> writer.cancelled(each.document()))
        .toList();
  }

  StoredEvent move(Edit edit, String id, OpenCalendar target) {
    synchronized (edit.calendar().book()) {
      StoredEvent old = edit.calendar().event(id);
      if (old.series().isPresent()) {
        throw GoogleError.of(
            400,
            "calendar",
            "cannotChangeOrganizerOfInstance",
            "Cannot change the organizer of an instance.");
      }
      if (old.cancelled()) {
        throw GoogleError.notFound();
      }
      ObjectNode event = writer.changed(target, old.document(), old.document());
      event.set("organizer", writer.organizer(target, edit.caller()));
      event.put("htmlLink", EventWriter.link(target, id));
      notifications.about(edit.request(), target, event, "updated");
      edit.calendar().book().putAll(cancelled(edit.calendar(), old));
      return target.book().put(event);
    }
  }

  private static String newId() {
    return new BigInteger(130, RANDOM).setBit(130).toString(32);
  }

  /** Lays a body over the event that was there. */
  @FunctionalInterface
  private interface Overlay {
    ObjectNode apply(ObjectNode old, ObjectNode body);
  }
}
