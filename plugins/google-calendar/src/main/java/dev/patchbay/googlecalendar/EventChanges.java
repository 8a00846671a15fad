package dev.patchbay.googlecalendar;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.api.item.Patch;
import dev.patchbay.googlecalendar.event.EventMapping;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a patch of an event changes of Google's properties: the event is mapped as it was and as it
 * is to be, and what differs is sent. Google lays objects over what is there, and replaces lists.
 */
final class EventChanges {

  /** Google's properties that an edit of the CRM can lead to. */
  static final Set<String> WRITABLE =
      Set.of(
          "summary",
          "description",
          "location",
          "start",
          "end",
          "recurrence",
          "visibility",
          "transparency",
          "colorId",
          "attendees",
          "reminders");

  private EventChanges() {}

  /**
   * The body of a PATCH.
   *
   * @throws Rejected if Google has no way to say what the patch says
   */
  static Map<String, Object> of(CalendarEvent base, Patch patch) {
    var wanted = wanted(base, patch);
    var after = EventMapping.toGoogle(wanted);
    requireKept(patch, wanted, after);
    var changes = between(EventMapping.toGoogle(base), after);
    changes.keySet().retainAll(WRITABLE);
    return changes;
  }

  private static CalendarEvent wanted(CalendarEvent base, Patch patch) {
    try {
      return CalendarEvent.of(patch.applyTo(base.json()));
    } catch (IllegalArgumentException e) {
      throw new Rejected("The edit does not fit the event: " + e.getMessage(), e);
    }
  }

  private static void requireKept(Patch patch, CalendarEvent wanted, Map<String, Object> google) {
    var kept = EventMapping.toItem(google).json();
    for (var path : patch.changes().keySet()) {
      var property = path.split("/", 2)[0];
      if (wanted.json().containsKey(property) && !kept.containsKey(property)) {
        throw new Rejected(
            "Google Calendar cannot keep this value of \"%s\": %s"
                .formatted(property, wanted.json().get(property)));
      }
    }
  }

  /** What leads from one of Google's objects to another. */
  static Map<String, Object> between(Map<?, ?> before, Map<?, ?> after) {
    var changes = new LinkedHashMap<String, Object>();
    var names = new LinkedHashSet<Object>(before.keySet());
    names.addAll(after.keySet());
    for (var name : names) {
      var old = before.get(name);
      var now = after.get(name);
      if (old instanceof Map<?, ?> one && now instanceof Map<?, ?> other) {
        var inner = between(one, other);
        if (!inner.isEmpty()) {
          changes.put((String) name, inner);
        }
      } else if (!Objects.equals(old, now)) {
        changes.put((String) name, now);
      }
    }
    return changes;
  }
}
