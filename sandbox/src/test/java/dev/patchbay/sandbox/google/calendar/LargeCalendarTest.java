package dev.patchbay.sandbox.google.calendar;

import static dev.patchbay.sandbox.google.calendar.CalendarClient.events;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeCalendarTest {
  private static final String LOAD = "/accounts/ada@sandbox.example/calendars";

  @TempDir Path folder;

  @Test
  void should_hold_and_serve_100000_events_quickly_when_seeded_in_bulk() {
    try (Sandbox sandbox = Sandbox.start(folder, 0)) {
      CalendarClient client = CalendarClient.of(sandbox);
      client.control("POST", LOAD, "{\"id\":\"load\",\"summary\":\"Load\"}");

      Duration seeding =
          timed(() -> client.control("POST", LOAD + "/load/events/generate", "{\"count\":100000}"));
      Set<String> ids = new HashSet<>();
      Duration reading = timed(() -> readInto(ids, client));

      System.out.printf("100,000 events: seeded in %s, read in %s%n", seeding, reading);
      assertThat(ids).hasSize(100_000);
      assertThat(seeding).isLessThan(Duration.ofMinutes(2));
      assertThat(reading).isLessThan(Duration.ofMinutes(2));
    }
    try (Sandbox again = Sandbox.start(folder, 0)) {
      Set<String> ids = new HashSet<>();
      readInto(ids, CalendarClient.of(again));
      assertThat(ids).hasSize(100_000);
    }
  }

  private static void readInto(Set<String> ids, CalendarClient client) {
    List<JsonNode> pages = client.pages(events("load"), Map.of("maxResults", "2500"));
    assertThat(pages).hasSize(40);
    ids.addAll(CalendarClient.ids(pages));
  }

  private static Duration timed(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
