package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A CRM changes an occurrence of a series and all that follow. */
@OnBothDatabases
class SplitSeriesTest {
  private static final String FROM = "2026-12-15T09:00:00";

  @Parameter Dialect dialect;

  private final SimulatedCalendar calendar = SimulatedCalendar.empty();
  private SyncWorld world;

  @BeforeEach
  void start() {
    world = new SyncWorld(LiveDatabase.clean(dialect).source()).writing(calendar.target());
    calendar.put("standup1", weekly("RRULE:FREQ=WEEKLY;BYDAY=TU"));
    sync();
  }

  @AfterEach
  void stop() {
    world.close();
    assertThat(calendar.notifications()).as("mails to invitees").isZero();
  }

  private static Map<String, Object> weekly(String... recurrence) {
    return Map.of(
        "summary",
        "Standup",
        "start",
        Map.of("dateTime", "2026-12-01T09:00:00+01:00", "timeZone", "Europe/Zurich"),
        "end",
        Map.of("dateTime", "2026-12-01T09:30:00+01:00", "timeZone", "Europe/Zurich"),
        "attendees",
        new Object[] {Map.of("email", "guest@elsewhere.example")},
        "recurrence",
        recurrence);
  }

  @Test
  void should_end_the_series_and_continue_it_with_the_changes() {
    Map<String, Object> half = world.crm.follow(series(), FROM, Map.of("title", "Daily"));
    assertThat(half).containsEntry("pending", "waiting");

    SyncRun run = sync();

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(run.report().sent()).isEqualTo(Sent.CREATED.plus(Sent.UPDATED));
    assertSplit();
  }

  @Test
  void should_be_two_series_when_a_run_dies_at_any_step_of_either() {
    for (Step step : List.of(Step.MARKED, Step.ANSWERED, Step.SETTLED)) {
      for (int time = 1; time <= 2; time++) {
        calendar.all().keySet().forEach(calendar::delete);
        calendar.put("standup1", weekly("RRULE:FREQ=WEEKLY;BYDAY=TU"));
        sync();
        world.crm.follow(series(), FROM, Map.of("title", "Daily"));
        dieAt(step, time);

        sync();

        assertSplit();
      }
    }
  }

  private void dieAt(Step step, int time) {
    int[] left = {time};
    world.watch(
        reached -> {
          if (reached == step && --left[0] == 0) {
            throw new IllegalStateException("killed");
          }
        });
    assertThatThrownBy(this::sync).hasMessage("killed");
    world.watch(Steps.UNWATCHED);
  }

  private void assertSplit() {
    Map<String, JsonNode> all = calendar.all();
    assertThat(all).hasSize(2).containsKey("standup1");
    String half = half();
    assertThat(all.get("standup1").path("summary").asText()).isEqualTo("Standup");
    assertThat(all.get(half).path("summary").asText()).isEqualTo("Daily");
    assertThat(starts("standup1")).containsExactly("2026-12-01", "2026-12-08");
    assertThat(starts(half)).contains("2026-12-15", "2026-12-22").doesNotContain("2026-12-08");
    assertThat(world.titles()).containsOnlyKeys("standup1", half);
    assertAtRest();
  }

  private Set<String> starts(String id) {
    Set<String> starts = new TreeSet<>();
    calendar
        .occurrences(id)
        .forEach(one -> starts.add(one.at("/start/dateTime").asText().substring(0, 10)));
    return starts;
  }

  private String half() {
    return calendar.all().keySet().stream()
        .filter(id -> !id.equals("standup1"))
        .findFirst()
        .orElseThrow();
  }

  private SyncRun sync() {
    return world.sync(calendar.source());
  }

  private String series() {
    return world
        .column("select id from record where external_id = 'standup1' and deleted_at is null")
        .get(0);
  }

  private void assertAtRest() {
    String state = calendar.state();
    List<String> seq = world.column("select last_seq from change_counter");
    assertThat(sync().report().sent()).isEqualTo(Sent.NOTHING);
    assertThat(calendar.state()).isEqualTo(state);
    assertThat(world.column("select last_seq from change_counter")).isEqualTo(seq);
    assertThat(world.column("select state from edit")).isEmpty();
  }
}
