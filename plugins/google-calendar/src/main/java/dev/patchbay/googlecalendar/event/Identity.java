package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.time.Instant;
import java.util.Optional;

/**
 * Which event it is and in which state: UID, sequence, when it was made and changed.
 *
 * <p>Google promises neither a UID nor a time of change for a cancelled occurrence, and JSCalendar
 * demands both. The UID is then the one that Google makes for events of its own; the time is the
 * beginning of 1970, which says that it is not known.
 */
final class Identity implements Concern {

  private static final String UNKNOWN = Utc.format(Instant.EPOCH);

  @Override
  public void toStandard(Node google, Node event) {
    event.set("uid", uid(google));
    event.set("created", google.text("created").flatMap(Utc::parse).map(Utc::format));
    event.set(
        "updated", google.text("updated").flatMap(Utc::parse).map(Utc::format).orElse(UNKNOWN));
    event.set("sequence", google.integer("sequence").filter(number -> number >= 0));
  }

  @Override
  public void toGoogle(Node event, Node google) {
    google.set("iCalUID", event.text("uid"));
    google.set("created", event.text("created").flatMap(Utc::parse).map(Utc::googleFormat));
    google.set(
        "updated",
        event
            .text("updated")
            .filter(text -> !text.equals(UNKNOWN))
            .flatMap(Utc::parse)
            .map(Utc::googleFormat));
    google.set("sequence", event.integer("sequence"));
  }

  private static String uid(Node google) {
    return google
        .text("iCalUID")
        .filter(uid -> !uid.isBlank())
        .or(() -> filled(google, "recurringEventId").map(id -> id + "@google.com"))
        .or(() -> filled(google, "id").map(id -> id + "@google.com"))
        .orElse("unknown@google.com");
  }

  private static Optional<String> filled(Node google, String name) {
    return google.text(name).filter(text -> !text.isBlank());
  }
}
