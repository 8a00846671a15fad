package dev.patchbay.sandbox.google.calendar;

import dev.patchbay.sandbox.google.GoogleError;
import java.util.Optional;

/** A calendar as one account has it before it. */
record OpenCalendar(CalendarInfo info, CalendarEntry entry, EventBook book) {
  OpenCalendar forWriting() {
    if (!entry.role().writes()) {
      throw GoogleError.of(
          403,
          "calendar",
          "requiredAccessLevel",
          "You need to have writer access to this calendar.");
    }
    return this;
  }

  /** The event with that id; an untouched occurrence of a series is made up. */
  StoredEvent event(String id) {
    return book.find(id).or(() -> occurrence(id)).orElseThrow(GoogleError::notFound);
  }

  private Optional<StoredEvent> occurrence(String id) {
    int cut = Math.max(0, id.lastIndexOf('_'));
    return book.find(id.substring(0, cut))
        .filter(master -> master.recurs() && !master.cancelled())
        .flatMap(master -> new Series(this, master).occurrence(id));
  }
}
