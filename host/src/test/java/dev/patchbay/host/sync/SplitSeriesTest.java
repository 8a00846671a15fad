package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.merge.Policy;
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
  private String standup;
  private int number;

  @BeforeEach
  void start() {
    world = new SyncWorld(LiveDatabase.clean(dialect).source()).writing(calendar.target());
    begin("RRULE:FREQ=WEEKLY;BYDAY=TU");
  }

  private void begin(String... recurrence) {
    number++;
    standup = "standup" + number;
    calendar.put(standup, weekly(recurrence));
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
    assertThat(world.plan().items())
        .extracting(PushPlan.Item::split)
        .containsExactly(
            new PushPlan.Split("continuation", FROM, "Daily"),
            new PushPlan.Split("end", FROM, "Daily"));

    SyncRun run = sync();

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(run.report().sent()).isEqualTo(Sent.CREATED.plus(Sent.UPDATED));
    assertSplit();
  }

  @Test
  void should_take_changed_and_cancelled_occurrences_along() {
    changeOccurrences();
    world.crm.follow(series(), FROM, Map.of("description", "New room"));

    sync();

    assertTakenAlong();
  }

  @Test
  void should_be_two_series_when_a_run_dies_at_any_step_of_any_edit() {
    for (Step step : List.of(Step.MARKED, Step.ANSWERED, Step.SETTLED)) {
      for (int edit = 1; edit <= 5; edit++) {
        changeOccurrences();
        world.crm.follow(series(), FROM, Map.of("description", "New room"));
        dieAt(step, edit);

        sync();

        assertTakenAlong();
        calendar.delete(half());
        calendar.delete(standup);
        begin("RRULE:FREQ=WEEKLY;BYDAY=TU");
      }
    }
  }

  /** The owner moved one occurrence, and cancelled another one. */
  private void changeOccurrences() {
    calendar.change(standup + "_20261222T080000Z", Map.of("summary", "Party", "location", "Bar"));
    calendar.delete(standup + "_20261229T080000Z");
    sync();
  }

  private void assertTakenAlong() {
    String half = half();
    String party = half + "_20261222T080000Z";
    assertThat(calendar.all()).containsOnlyKeys(standup, half, party);
    assertThat(starts(standup)).containsExactly("2026-12-01", "2026-12-08");
    assertThat(starts(half))
        .contains("2026-12-15", "2026-12-22", "2027-01-05")
        .doesNotContain("2026-12-29");
    JsonNode occurrence = calendar.event(party);
    assertThat(occurrence.path("summary").asText()).isEqualTo("Party");
    assertThat(occurrence.path("location").asText()).isEqualTo("Bar");
    assertThat(occurrence.path("description").asText()).isEqualTo("New room");
    assertThat(world.titles())
        .isEqualTo(Map.of(standup, "Standup", half, "Standup", party, "Party"));
    assertThat(world.column("select records from collection")).containsExactly("3");
    assertAtRest();
  }

  @Test
  void should_begin_at_another_time_and_move_along_what_is_changed_or_left_out() {
    begin("RRULE:FREQ=WEEKLY;BYDAY=TU", "EXDATE;TZID=Europe/Zurich:20270105T090000");
    changeOccurrences();
    world.crm.follow(series(), FROM, Map.of("start", "2026-12-15T11:00:00"));

    sync();

    String half = half();
    assertThat(starts(half)).contains("2026-12-15", "2026-12-22", "2027-01-12");
    assertThat(starts(half)).doesNotContain("2026-12-29", "2027-01-05");
    JsonNode party = calendar.event(half + "_20261222T100000Z");
    assertThat(party.path("summary").asText()).isEqualTo("Party");
    assertThat(party.at("/start/dateTime").asText()).isEqualTo("2026-12-22T11:00:00+01:00");
    assertAtRest();
  }

  @Test
  void should_keep_the_number_of_occurrences() {
    begin("RRULE:FREQ=WEEKLY;COUNT=5;BYDAY=TU");
    world.crm.follow(series(), FROM, Map.of("title", "Daily"));

    sync();

    assertThat(starts(standup)).containsExactly("2026-12-01", "2026-12-08");
    assertThat(starts(half())).containsExactly("2026-12-15", "2026-12-22", "2026-12-29");
    assertAtRest();
  }

  @Test
  void should_split_a_series_of_whole_days() {
    number++;
    standup = "standup" + number;
    calendar.put(
        standup,
        Map.of(
            "summary", "Fair",
            "start", Map.of("date", "2026-12-01"),
            "end", Map.of("date", "2026-12-02"),
            "recurrence", List.of("RRULE:FREQ=WEEKLY;UNTIL=20261222")));
    sync();
    calendar.change(standup + "_20261222", Map.of("summary", "Last fair"));
    sync();
    world.crm.follow(series(), "2026-12-15", Map.of("title", "Great fair"));

    sync();

    String half = half();
    assertThat(days(standup)).containsExactly("2026-12-01", "2026-12-08");
    assertThat(days(half)).containsExactly("2026-12-15", "2026-12-22");
    assertThat(calendar.event(half + "_20261222").path("summary").asText()).isEqualTo("Last fair");
    assertAtRest();
  }

  @Test
  void should_not_end_the_series_while_the_new_one_is_refused() {
    String half = refused();

    assertThat(starts(standup)).contains("2026-12-15", "2026-12-22");
    assertThat(world.column("select state from edit order by split_turn"))
        .containsExactly("QUARANTINED", "WAITING");

    world.crm.retry(half);
    sync();
    assertSplit();
  }

  @Test
  void should_be_whole_again_when_the_new_one_is_given_up() {
    changeOccurrences();
    String half = refused();
    world.crm.patch(series(), Map.of("description", "Bring coffee"));

    world.crm.giveUp(half);
    sync();

    assertWhole();
    assertThat(calendar.event(standup).path("description").asText()).isEqualTo("Bring coffee");
    assertThat(world.titles()).containsEntry(standup + "_20261222T080000Z", "Party");
    assertThat(world.column("select deleted_reason from record where id = '" + half + "'"))
        .containsExactly("given up");
  }

  @Test
  void should_be_whole_again_when_the_crm_deletes_the_new_one_before_it_is_sent() {
    String half = (String) world.crm.follow(series(), FROM, Map.of("title", "Daily")).get("id");

    world.crm.delete(half);

    assertThat(world.column("select state from edit")).isEmpty();
    assertThat(sync().report().sent()).isEqualTo(Sent.NOTHING);
    assertWhole();
  }

  @Test
  void should_be_whole_again_when_the_crm_deletes_the_new_one_while_its_request_is_lost() {
    String half = (String) world.crm.follow(series(), FROM, Map.of("title", "Daily")).get("id");
    dieAt(Step.MARKED, 1);
    world.crm.delete(half);

    sync();

    assertWhole();
  }

  @Test
  void should_keep_what_the_owner_edits_of_the_series_meanwhile() {
    world.crm.follow(series(), FROM, Map.of("title", "Daily"));
    calendar.change(standup, Map.of("location", "Attic"));

    sync();

    assertThat(calendar.event(standup).path("location").asText()).isEqualTo("Attic");
    assertSplit();
  }

  @Test
  void should_end_also_what_the_owner_made_of_the_rule_meanwhile() {
    for (Policy policy : List.of(Policy.REMOTE_WINS, Policy.CRM_WINS)) {
      world.policy(policy);
      begin("RRULE:FREQ=WEEKLY;BYDAY=TU");
      world.crm.follow(series(), FROM, Map.of("title", "Daily"));
      calendar.change(standup, Map.of("recurrence", List.of("RRULE:FREQ=WEEKLY;BYDAY=TU,TH")));

      sync();

      assertThat(starts(standup))
          .contains("2026-12-01", "2026-12-08")
          .allMatch(day -> day.compareTo("2026-12-15") < 0);
      assertThat(starts(half())).contains("2026-12-15", "2026-12-22");
      assertAtRest();
      calendar.delete(half());
      calendar.delete(standup);
    }
  }

  @Test
  void should_keep_the_new_one_when_the_owner_ended_the_series_before() {
    world.crm.follow(series(), FROM, Map.of("title", "Daily"));
    calendar.change(
        standup, Map.of("recurrence", List.of("RRULE:FREQ=WEEKLY;UNTIL=20261205T000000Z")));

    sync();

    assertThat(starts(half())).contains("2026-12-15", "2026-12-22");
    assertThat(starts(standup)).allMatch(day -> day.compareTo("2026-12-15") < 0);
    assertAtRest();
  }

  @Test
  void should_keep_the_new_one_when_the_owner_deleted_the_series() {
    world.policy(Policy.REMOTE_WINS);
    world.crm.follow(series(), FROM, Map.of("title", "Daily"));
    calendar.delete(standup);

    sync();

    assertThat(calendar.all()).containsOnlyKeys(half());
    assertThat(starts(half())).contains("2026-12-15", "2026-12-22");
    assertAtRest();
  }

  @Test
  void should_not_give_up_the_end_while_the_new_one_is_there() {
    changeOccurrences();
    world.crm.follow(series(), FROM, Map.of("title", "Daily"));
    calendar.strike(
        Map.of(
            "fault", "status", "status", 400, "path", "**/" + standup + "**", "method", "PATCH"));
    sync();
    String half = half();

    assertThatThrownBy(() -> world.crm.giveUp(series()))
        .hasMessageContaining("continues as " + record(half))
        .hasMessageContaining("delete that record first");

    world.crm.delete(record(half));
    world.crm.giveUp(series());
    sync();
    sync();
    assertWhole();
    assertThat(world.titles()).containsEntry(standup + "_20261222T080000Z", "Party");
  }

  @Test
  void should_keep_together_what_is_being_split() {
    calendar.withSecond();
    changeOccurrences();
    String half = (String) world.crm.follow(series(), FROM, Map.of()).get("id");
    String second = world.column("select id from collection where not is_primary").get(0);
    String party = world.column("select record_id from edit where split_turn = 1").get(0);

    assertThatThrownBy(() -> world.crm.delete(party)).hasMessageContaining("series " + half);
    for (String part : List.of(half, party, series())) {
      assertThatThrownBy(() -> world.crm.move(part, second))
          .hasMessageContaining("is being split: move it once the service has that");
    }
  }

  @Test
  void should_split_once_when_the_same_request_comes_again() {
    String series = series();
    Map<String, Object> once = world.crm.follow(series, "*", "key-1", FROM, Map.of());

    assertThat(world.crm.follow(series, "*", "key-1", FROM, Map.of())).isEqualTo(once);
    assertThatThrownBy(() -> world.crm.follow(series, FROM, Map.of()))
        .hasMessageContaining("has an edit on its way")
        .hasMessageContaining("try again");

    sync();
    assertThat(calendar.all()).hasSize(2);
  }

  @Test
  void should_say_where_a_series_can_be_split() {
    String series = series();
    refuses(series, "2026-12-16T09:00:00", "is no occurrence of the series " + series);
    refuses(series, "2026-12-15T10:00:00", "is no occurrence");
    refuses(series, "next week", "next week is no local time and no day");
    refuses(series, "2026-12-01T09:00:00", "is the first occurrence", "by PATCH");
    assertThatThrownBy(() -> world.crm.follow(series, FROM, Map.of("uid", "other")))
        .hasMessageContaining("changes/uid");
    changeOccurrences();
    refuses(series, "2026-12-29T09:00:00", "is cancelled");
    refuses(record(standup + "_20261222T080000Z"), FROM, "split the series itself");
    calendar.add("lunch1", "Lunch");
    begin("RRULE:FREQ=WEEKLY;BYDAY=TU", "RRULE:FREQ=MONTHLY");
    refuses(record("lunch1"), FROM, "is no series", "by PATCH");
    refuses(series(), FROM, "recurs by more than one rule", "make another one");
  }

  @Test
  void should_refuse_a_rule_in_which_a_changed_occurrence_has_no_place() {
    changeOccurrences();
    String series = series();
    Map<String, Object> monthly = Map.of("@type", "RecurrenceRule", "frequency", "monthly");

    assertThatThrownBy(
            () -> world.crm.follow(series, FROM, Map.of("recurrenceRules", List.of(monthly))))
        .hasMessageContaining("2026-12-22T09:00:00")
        .hasMessageContaining("change or delete that record first");
    assertThat(world.column("select state from edit")).isEmpty();
  }

  private void refuses(String record, String from, String... words) {
    assertThatThrownBy(() -> world.crm.follow(record, from, Map.of()))
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(words));
  }

  /** The id of the new series' record. */
  private String refused() {
    String half = (String) world.crm.follow(series(), FROM, Map.of("title", "Daily")).get("id");
    calendar.strike(
        Map.of("fault", "status", "status", 400, "path", "**/events**", "method", "POST"));
    assertThat(sync().report().sent()).isEqualTo(Sent.REFUSED);
    assertThat(calendar.forgetFaults()).isZero();
    return half;
  }

  private void assertWhole() {
    assertThat(starts(standup)).contains("2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22");
    assertThat(calendar.all().keySet()).allMatch(id -> id.startsWith(standup));
    assertAtRest();
  }

  private Set<String> days(String id) {
    Set<String> days = new TreeSet<>();
    calendar.occurrences(id).forEach(one -> days.add(one.at("/start/date").asText()));
    return days;
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
    assertThat(all).hasSize(2).containsKey(standup);
    String half = half();
    assertThat(all.get(standup).path("summary").asText()).isEqualTo("Standup");
    assertThat(all.get(half).path("summary").asText()).isEqualTo("Daily");
    assertThat(starts(standup)).containsExactly("2026-12-01", "2026-12-08");
    assertThat(starts(half)).contains("2026-12-15", "2026-12-22").doesNotContain("2026-12-08");
    assertThat(world.titles()).containsOnlyKeys(standup, half);
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
        .filter(id -> !id.equals(standup) && !id.contains("_"))
        .findFirst()
        .orElseThrow();
  }

  private SyncRun sync() {
    return world.sync(calendar.source());
  }

  private String series() {
    return record(standup);
  }

  private String record(String externalId) {
    return world
        .column(
            "select id from record where external_id = '" + externalId + "' and deleted_at is null")
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
