package dev.patchbay.googlecalendar;

import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.googlecalendar.event.EventMapping;
import dev.patchbay.googlecalendar.json.Node;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An occurrence of a series that is to be changed by itself. Google has it already: its id is that
 * of the series with the time at which it would start by the rule, so it is changed and not made.
 *
 * @param id Google's id of it
 * @param wanted what it is to be
 */
record NewOccurrence(String id, CalendarEvent wanted) {

  /** Where an exception names its series. */
  static final String SERIES = EventMapping.EXTENSION + "/recurringEventId";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Empty if the event is none. */
  static Optional<NewOccurrence> of(CalendarEvent item) {
    if (!item.json().containsKey("recurrenceId")) {
      return Optional.empty();
    }
    var google = new Node(EventMapping.toGoogle(item));
    return google
        .text("recurringEventId")
        .flatMap(
            series ->
                google
                    .object("originalStartTime")
                    .map(time -> new NewOccurrence(series + "_" + stamp(time), item)));
  }

  private static String stamp(Node time) {
    return time.text("date")
        .map(day -> LocalDate.parse(day).format(DateTimeFormatter.BASIC_ISO_DATE))
        .or(() -> time.text("dateTime").map(text -> STAMP.format(OffsetDateTime.parse(text))))
        .orElseThrow();
  }

  /**
   * The body of a PATCH.
   *
   * @param there the occurrence as Google has it
   */
  Map<String, Object> changes(Map<String, Object> there, IdempotencyKey key) {
    var changes = new LinkedHashMap<String, Object>();
    changes.putAll(
        EventChanges.between(
            EventMapping.toGoogle(EventMapping.toItem(there)), EventMapping.toGoogle(wanted)));
    changes.keySet().retainAll(EventChanges.WRITABLE);
    changes.remove("recurrence");
    changes.putAll(NewEvent.mark(key));
    return changes;
  }
}
