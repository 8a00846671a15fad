package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.google.Account;
import dev.patchbay.sandbox.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Fills a new account with calendars that look lived in, around the present week. */
final class CalendarSeed {
  private static final String RESOURCE = "/dev/patchbay/sandbox/google-seed.json";

  private final Calendars calendars;
  private final EventWriter writer;
  private final Clock clock;

  CalendarSeed(Calendars calendars, EventWriter writer, Clock clock) {
    this.calendars = calendars;
    this.writer = writer;
    this.clock = clock;
  }

  void open(Account account) {
    CalendarInfo info =
        new CalendarInfo(account.email(), account.email(), "", ZoneId.of("Europe/Zurich"), 0);
    calendars.put(info);
    calendars.put(
        CalendarEntry.of(account.email(), info.id(), AccessRole.OWNER, CalendarColor.TEAL));
  }

  void fill(Account account) {
    read(account).forEach(calendar -> fill(account, (ObjectNode) calendar));
  }

  private void fill(Account account, ObjectNode seed) {
    String id = seed.get("id").asText();
    boolean known = calendars.find(id).isPresent();
    if (!known) {
      calendars.put(info(id, seed));
    }
    AccessRole role = AccessRole.of(seed.get("role").asText()).orElseThrow();
    CalendarColor color = CalendarColor.valueOf(seed.get("color").asText());
    calendars.put(CalendarEntry.of(account.email(), id, role, color));
    if (!known) {
      OpenCalendar calendar = calendars.open(account.email(), id);
      calendar.book().putAll(events(account, calendar, seed));
    }
  }

  private static CalendarInfo info(String id, ObjectNode seed) {
    return new CalendarInfo(
        id,
        seed.get("summary").asText(),
        seed.get("description").asText(),
        ZoneId.of(seed.get("zone").asText()),
        0);
  }

  private List<ObjectNode> events(Account account, OpenCalendar calendar, ObjectNode seed) {
    List<ObjectNode> events = new ArrayList<>();
    for (JsonNode each : seed.get("events")) {
      SeedEvent event = new SeedEvent((ObjectNode) each, calendar, clock);
      ObjectNode created =
          writer.created(calendar, account, event.id(), event.content()).deepCopy();
      event.overrides().forEach(created::set);
      events.add(created);
      events.addAll(event.exceptions(created));
    }
    return events;
  }

  private static Iterable<JsonNode> read(Account account) {
    try (InputStream in = CalendarSeed.class.getResourceAsStream(RESOURCE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> word : words(account).entrySet()) {
        text = text.replace("{" + word.getKey() + "}", word.getValue());
      }
      return StreamSupport.stream(Json.MAPPER.readTree(text).spliterator(), false).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox jar lacks a readable " + RESOURCE, e);
    }
  }

  private static Map<String, String> words(Account account) {
    String user = account.email().substring(0, account.email().indexOf('@'));
    return Map.of(
        "me", account.email(), "name", account.name(), "given", account.givenName(), "user", user);
  }
}
