package dev.patchbay.sandbox.google.calendar;

import dev.patchbay.sandbox.google.GoogleError;
import dev.patchbay.sandbox.http.FormEncoding;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.state.State;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All calendars, who has which on the list, and the book of events of each. */
public final class Calendars {
  private static final String CALENDAR = "google/calendar/";
  private static final String ENTRY = "google/calendar-entry/";

  private final Map<String, CalendarInfo> calendars = new LinkedHashMap<>();
  private final Map<String, EventBook> books = new LinkedHashMap<>();
  private final Map<String, CalendarEntry> entries = new LinkedHashMap<>();
  private final State state;
  private final Channels channels;
  private long sequence;

  Calendars(State state, Channels channels) {
    this.state = state;
    this.channels = channels;
    state.each(CALENDAR, (key, json) -> keep(CalendarInfo.of(Json.trusted(json))));
    state.each(ENTRY, (key, json) -> keep(CalendarEntry.of(Json.trusted(json))));
    state.each(EventBook.PREFIX, this::restore);
  }

  private void restore(String key, byte[] json) {
    String calendar = key.substring(EventBook.PREFIX.length(), key.lastIndexOf('/'));
    books.get(URLDecoder.decode(calendar, StandardCharsets.UTF_8)).restore(json);
  }

  private void keep(CalendarInfo calendar) {
    calendars.put(calendar.id(), calendar);
    books.computeIfAbsent(
        calendar.id(), id -> new EventBook(id, state, () -> channels.eventsChanged(id)));
  }

  private void keep(CalendarEntry entry) {
    sequence = Math.max(sequence, entry.sequence());
    entries.put(entry.account() + " " + entry.calendarId(), entry);
  }

  public synchronized EventBook put(CalendarInfo calendar) {
    keep(calendar);
    state.put(CALENDAR + FormEncoding.encode(calendar.id()), calendar.document());
    return books.get(calendar.id());
  }

  public synchronized void put(CalendarEntry entry) {
    CalendarEntry next = entry.at(sequence + 1);
    keep(next);
    String key = FormEncoding.encode(entry.account() + " " + entry.calendarId());
    state.put(ENTRY + key, next.document());
    channels.listChanged(entry.account());
  }

  public synchronized Optional<CalendarInfo> find(String id) {
    return Optional.ofNullable(calendars.get(id));
  }

  public synchronized List<CalendarInfo> all() {
    return List.copyOf(calendars.values());
  }

  /** The account's list, removed entries included, in the order of their last change. */
  public synchronized List<CalendarEntry> entries(String account) {
    return entries.values().stream()
        .filter(entry -> entry.account().equals(account))
        .sorted(Comparator.comparingLong(CalendarEntry::sequence))
        .toList();
  }

  public synchronized long sequence() {
    return sequence;
  }

  /** The calendar as that account sees it; {@code primary} stands for the account's own. */
  public synchronized OpenCalendar open(String account, String id) {
    String actual = id.equals("primary") ? account : id;
    CalendarEntry entry = entries.get(account + " " + actual);
    if (entry == null || entry.deleted()) {
      throw GoogleError.notFound();
    }
    return new OpenCalendar(calendars.get(actual), entry, books.get(actual));
  }

  /** Makes every sync token of the calendar useless. */
  public synchronized void expireSyncTokens(String id) {
    find(id).ifPresent(calendar -> put(calendar.expiringTokens()));
  }
}
