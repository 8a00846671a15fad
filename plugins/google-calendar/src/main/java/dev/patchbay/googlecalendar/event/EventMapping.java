package dev.patchbay.googlecalendar.event;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.googlecalendar.json.Node;
import java.util.List;
import java.util.Map;

/**
 * Maps an event of the Google Calendar API (v3, resource {@code Event}) to a JSCalendar Event (RFC
 * 8984) and back, losing nothing: what JSCalendar has no property for rides under {@code
 * google.com:event}, by Google's names.
 */
public final class EventMapping {

  /** The vendor extension (RFC 8984, section 3.3) that holds what is Google's alone. */
  public static final String EXTENSION = "google.com:event";

  private static final List<Concern> CONCERNS =
      List.of(
          new Identity(),
          new Texts(),
          new Flags(),
          new Times(),
          new Recurrence(),
          new Occurrence(),
          new Participants(),
          new Alerts(),
          new Places(),
          new Links());

  private static final Faithful FAITHFUL =
      new Faithful(EXTENSION, EventMapping::standard, EventMapping::google);

  private EventMapping() {}

  /**
   * @param google an event as Google's JSON in JDK types; not changed
   * @throws Rejected if it has no start that can be understood; names the event
   */
  public static CalendarEvent toItem(Map<String, Object> google) {
    return CalendarEvent.of(FAITHFUL.toStandard(google));
  }

  /**
   * @param item an event as {@link #toItem} made it or as the CRM did
   * @return Google's JSON in JDK types
   * @throws Rejected if it says a time that cannot be understood
   */
  public static Map<String, Object> toGoogle(CalendarEvent item) {
    return FAITHFUL.toGoogle(item.json());
  }

  private static Map<String, Object> standard(Map<String, Object> google) {
    var event = Node.typed("Event");
    CONCERNS.forEach(concern -> concern.toStandard(new Node(google), event));
    return event.json();
  }

  private static Map<String, Object> google(Map<String, Object> event) {
    var google = Node.empty();
    CONCERNS.forEach(concern -> concern.toGoogle(new Node(event), google));
    return google.json();
  }
}
