package dev.patchbay.bench.provider;

import java.nio.ByteBuffer;
import java.util.List;

/** A calendar as people keep it: meetings, a few notes, whole days and weekly series. */
public final class Events {
  private static final String HEAD =
      """
      {"kind":"calendar#event","etag":"\\"34000000@@@@@@@@\\"","id":"bench########",
      "status":"confirmed","htmlLink":"https://www.google.com/calendar/event?eid=YmVuY2g########",
      "created":"2026-01-05T09:12:44.000Z","updated":"2026-03-02T10:15:30.117Z",
      "summary":"Review ######## edition @@@@@@@@","description":"~",
      "creator":{"email":"ada.lovelace@example.com","self":true},
      "organizer":{"email":"ada.lovelace@example.com","self":true},
      """;
  private static final String TAIL =
      """
      "iCalUID":"bench########@google.com","sequence":0,
      "reminders":{"useDefault":true},"eventType":"default"}
      """;
  private static final EventShape MEETING =
      EventShape.of(
          HEAD
              + """
              "location":"Room 4.12, Bahnhofstrasse 1, 8001 Zurich",
              "start":{"dateTime":"2026-04-14T09:00:00+02:00","timeZone":"Europe/Zurich"},
              "end":{"dateTime":"2026-04-14T10:30:00+02:00","timeZone":"Europe/Zurich"},
              "attendees":[{"email":"charles.babbage@example.com","displayName":"Charles Babbage",
              "responseStatus":"accepted"},{"email":"ada.lovelace@example.com","organizer":true,
              "self":true,"responseStatus":"accepted"}],
              """
              + TAIL);
  private static final EventShape NOTE =
      EventShape.of(
          HEAD
              + """
              "start":{"dateTime":"2026-04-15T13:00:00+02:00","timeZone":"Europe/Zurich"},
              "end":{"dateTime":"2026-04-15T13:30:00+02:00","timeZone":"Europe/Zurich"},
              """
              + TAIL);
  private static final EventShape DAY =
      EventShape.of(
          HEAD
              + """
              "start":{"date":"2026-04-20"},"end":{"date":"2026-04-22"},
              "transparency":"transparent","colorId":"7",
              """
              + TAIL);
  private static final EventShape SERIES =
      EventShape.of(
          HEAD
              + """
              "start":{"dateTime":"2026-04-13T08:45:00+02:00","timeZone":"Europe/Zurich"},
              "end":{"dateTime":"2026-04-13T09:00:00+02:00","timeZone":"Europe/Zurich"},
              "recurrence":["RRULE:FREQ=WEEKLY;UNTIL=20261231T225959Z;BYDAY=MO,WE"],
              """
              + TAIL);
  private static final List<EventShape> MIX =
      List.of(MEETING, NOTE, MEETING, DAY, MEETING, MEETING, SERIES, MEETING, NOTE, MEETING);

  private Events() {}

  /** The id of an event. */
  public static String id(int number) {
    return "bench%08d".formatted(number);
  }

  /** The mark of an event's state, as the plugin reads it. */
  public static String etag(int edition) {
    return "\"34000000%08d\"".formatted(edition);
  }

  /** The title of an event. */
  public static String title(int number, int edition) {
    return "Review %08d edition %08d".formatted(number, edition);
  }

  static void render(int number, int edition, ByteBuffer page) {
    MIX.get(number % MIX.size()).render(number, edition, page);
  }
}
