package dev.patchbay.sandbox.google.calendar;

import dev.patchbay.sandbox.google.GoogleError;

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
}
