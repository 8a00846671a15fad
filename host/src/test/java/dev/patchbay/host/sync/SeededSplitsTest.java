package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Each defence of splits, in the encounter where its absence shows. */
@OnBothDatabases
class SeededSplitsTest {
  @Parameter Dialect dialect;

  private final SimulatedCalendar calendar = SimulatedCalendar.empty();
  private SyncWorld world;

  @BeforeEach
  void start() {
    world = new SyncWorld(LiveDatabase.clean(dialect).source()).writing(calendar.target());
    calendar.put(
        "standup1",
        Map.of(
            "summary", "Standup",
            "start", time("09:00:00"),
            "end", time("09:30:00"),
            "recurrence", List.of("RRULE:FREQ=WEEKLY")));
    world.sync(calendar.source());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static Map<String, String> time(String time) {
    return Map.of("dateTime", "2026-12-01T" + time + "+01:00", "timeZone", "Europe/Zurich");
  }

  @Test
  void should_end_no_series_whose_continuation_was_refused() {
    String series = world.column("select id from record").get(0);
    world.crm.follow(series, "2026-12-15T09:00:00", Map.of("title", "Daily"));
    calendar.strike(
        Map.of("fault", "status", "status", 400, "path", "**/events**", "method", "POST"));

    world.sync(calendar.source());

    String rule = calendar.event("standup1").path("recurrence").toString();
    assertThat(rule)
        .overridingErrorMessage("let through: what follows is gone: %s", rule)
        .isEqualTo("[\"RRULE:FREQ=WEEKLY\"]");
  }
}
