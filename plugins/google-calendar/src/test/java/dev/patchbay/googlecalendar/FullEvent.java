package dev.patchbay.googlecalendar;

import java.util.List;
import java.util.regex.Pattern;

/** Events with something in everything. */
final class FullEvent {

  /** Every text that Google lets an event have, each of them marked. */
  static final String JSON =
      """
      {"summary":"mark-summary","description":"mark-description","location":"mark-location",
       "colorId":"5","visibility":"private","transparency":"transparent",
       "start":{"dateTime":"2026-11-23T12:00:00+01:00","timeZone":"Europe/Zurich"},
       "end":{"dateTime":"2026-11-23T12:45:00+01:00","timeZone":"Europe/Zurich"},
       "recurrence":["RRULE:FREQ=WEEKLY;COUNT=4"],
       "attendees":[{"email":"mark-guest@elsewhere.example","displayName":"mark-name",
                     "comment":"mark-comment","optional":true,"responseStatus":"tentative"}],
       "reminders":{"useDefault":false,"overrides":[{"method":"popup","minutes":10}]},
       "extendedProperties":{"private":{"mark-private":"mark-secret"},
                             "shared":{"mark-shared":"mark-public"}},
       "source":{"title":"mark-source","url":"https://mark-source.example/"},
       "attachments":[{"fileUrl":"https://mark-file.example/","title":"mark-file"}],
       "guestsCanModify":true,"guestsCanInviteOthers":false,"anyoneCanAddSelf":true}""";

  /** Something in every property that the plugin writes. */
  static final String WRITABLE =
      """
      {"summary":"Lunch","description":"At the lake","location":"Quai 1",
       "iCalUID":"lunch@example.org","colorId":"5","visibility":"private",
       "transparency":"transparent",
       "start":{"dateTime":"2026-11-23T12:00:00+01:00","timeZone":"Europe/Zurich"},
       "end":{"dateTime":"2026-11-23T12:45:00+01:00","timeZone":"Europe/Zurich"},
       "recurrence":["RRULE:FREQ=WEEKLY;COUNT=4","EXDATE;TZID=Europe/Zurich:20261130T120000"],
       "attendees":[{"email":"guest@elsewhere.example","displayName":"Guest",
                     "responseStatus":"needsAction"}],
       "reminders":{"useDefault":false,"overrides":[{"method":"popup","minutes":10}]}}""";

  private FullEvent() {}

  /** The marked texts of the full event. */
  static List<String> texts() {
    return Pattern.compile("mark-[a-z]+").matcher(JSON).results().map(hit -> hit.group()).toList();
  }
}
