package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.merge.Policy;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Edits of the CRM and of a calendar's owner meet; real engine, real plugin, real HTTP. */
@OnBothDatabases
class TwoWaySyncTest {
  private static final Map<String, Object> DINNER =
      Map.of(
          "title", "Dinner",
          "start", "2026-12-02T19:00:00",
          "timeZone", "Europe/Zurich",
          "duration", "PT2H");

  @Parameter Dialect dialect;
  private final SimulatedCalendar calendar = SimulatedCalendar.empty();
  private SyncWorld world;

  @BeforeEach
  void start() {
    world = SyncWorld.withLunch(dialect, calendar);
  }

  @AfterEach
  void stop() {
    world.close();
    assertThat(calendar.notifications()).as("mails to invitees").isZero();
  }

  private SyncRun sync() {
    return world.sync(calendar.source());
  }

  private String record() {
    return world.column("select id from record").get(0);
  }

  private String title() {
    return world
        .column("select data from record")
        .get(0)
        .replaceAll(".*\"title\":\"([^\"]*)\".*", "$1");
  }

  private List<String> edits() {
    return world.column("select state from edit");
  }

  private List<List<String>> decisions() {
    return world.rows("select path, winner, crm_value, service_value from conflict");
  }

  @Test
  void should_send_an_edit_once_and_keep_what_it_does_not_know() {
    world.crm.patch(record(), Map.of("title", "Lunch with Ada", "locations", place("Kronenhalle")));

    SyncRun run = sync();

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(run.report().sent()).isEqualTo(Sent.UPDATED);
    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Lunch with Ada");
    assertThat(calendar.event("lunch1").path("location").asText()).isEqualTo("Kronenhalle");
    assertThat(calendar.event("lunch1").at("/gadget/display").asText()).isEqualTo("kept");
    assertThat(edits()).isEmpty();
    assertAtRest();
  }

  private void assertAtRest() {
    String state = calendar.state();
    List<String> seq = world.column("select last_seq from change_counter");
    SyncRun idle = sync();
    Tally tally = idle.report().tally();
    assertThat(tally)
        .as("an echo is no change")
        .isEqualTo(new Tally(0, 0, 0, tally.unchanged(), 0));
    assertThat(idle.report().sent()).isEqualTo(Sent.NOTHING);
    assertThat(calendar.state()).isEqualTo(state);
    assertThat(world.column("select last_seq from change_counter")).isEqualTo(seq);
  }

  @Test
  void should_keep_both_edits_when_they_are_of_different_fields() {
    world.crm.patch(record(), Map.of("title", "Lunch with Ada"));
    calendar.change("lunch1", Map.of("description", "Bring the plans"));

    sync();

    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Lunch with Ada");
    assertThat(calendar.event("lunch1").path("description").asText()).isEqualTo("Bring the plans");
    assertThat(world.column("select data from record").get(0)).contains("Bring the plans");
    assertThat(decisions()).isEmpty();
    assertAtRest();
  }

  @Test
  void should_merge_again_when_the_service_changed_between_pull_and_push() {
    world.crm.patch(record(), Map.of("title", "Lunch with Ada"));
    world.queue.request(
        world.connection,
        SyncWorld.TYPE,
        new Wish(Direction.PUSH, PullKind.INCREMENTAL, Optional.of("*")));
    calendar.change("lunch1", Map.of("description", "Bring the plans"));

    SyncRun run = world.execute(calendar.source());

    assertThat(run.direction()).isEqualTo(Direction.PUSH);
    assertThat(run.report().sent()).isEqualTo(Sent.UPDATED);
    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Lunch with Ada");
    assertThat(world.column("select data from record").get(0)).contains("Bring the plans");
    assertAtRest();
  }

  @Test
  void should_let_the_policy_decide_and_remember_it_when_both_edited_one_field() {
    for (Policy policy : List.of(Policy.CRM_WINS, Policy.REMOTE_WINS)) {
      world.policy(policy);
      world.crm.patch(record(), Map.of("title", "CRM " + policy));
      calendar.change("lunch1", Map.of("summary", "Owner " + policy));

      sync();

      String winner = (policy == Policy.CRM_WINS ? "CRM " : "Owner ") + policy;
      assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo(winner);
      assertThat(title()).isEqualTo(winner);
      assertAtRest();
    }
    assertThat(decisions())
        .containsExactlyInAnyOrder(
            List.of("title", "CRM", "\"CRM crm-wins\"", "\"Owner crm-wins\""),
            List.of("title", "SERVICE", "\"CRM remote-wins\"", "\"Owner remote-wins\""));
  }

  @Test
  void should_ask_and_sync_the_rest_when_a_person_is_to_decide() {
    world.policy(Policy.ASK);
    world.crm.patch(record(), Map.of("title", "Mine", "description", "Bring the plans"));
    calendar.change("lunch1", Map.of("summary", "Theirs"));

    sync();

    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Theirs");
    assertThat(calendar.event("lunch1").path("description").asText()).isEqualTo("Bring the plans");
    assertThat(decisions()).containsExactly(List.of("title", "OPEN", "\"Mine\"", "\"Theirs\""));
    assertAtRest();
  }

  @Test
  void should_remember_an_open_conflict_when_a_newer_one_takes_its_place() {
    world.policy(Policy.ASK);
    for (String number : List.of("1", "2")) {
      world.crm.patch(record(), Map.of("title", "Mine " + number));
      calendar.change("lunch1", Map.of("summary", "Theirs " + number));
      sync();
    }

    assertThat(decisions())
        .containsExactlyInAnyOrder(
            List.of("title", "SERVICE", "\"Mine 1\"", "\"Theirs 1\""),
            List.of("title", "OPEN", "\"Mine 2\"", "\"Theirs 2\""));
  }

  @Test
  void should_not_take_its_own_edit_for_one_of_the_owner_when_the_answer_was_lost() {
    world.policy(Policy.REMOTE_WINS);
    world.crm.patch(record(), Map.of("title", "Mine"));
    calendar.strike(Map.of("fault", "broken-chunk", "path", "**/events/**", "method", "PATCH"));
    assertThatThrownBy(this::sync).isInstanceOf(Unavailable.class);
    world.crm.patch(record(), Map.of("title", "Mine, newer"));

    sync();

    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Mine, newer");
    assertThat(decisions()).isEmpty();
    assertAtRest();
  }

  @Test
  void should_make_an_event_once_and_delete_it_when_the_crm_says_so() {
    String id = world.crm.put("deal-7", null, DINNER);
    assertThat(world.crm.put("deal-7", null, DINNER)).isEqualTo(id);

    assertThat(sync().report().sent()).isEqualTo(Sent.CREATED);

    assertThat(calendar.all()).hasSize(2);
    assertAtRest();
    world.crm.delete(id);
    assertThat(sync().report().sent()).isEqualTo(Sent.DELETED);
    assertThat(calendar.all()).containsOnlyKeys("lunch1");
    assertAtRest();
  }

  @Test
  void should_not_take_a_new_record_for_a_deleted_one_when_everything_is_read_again() {
    world.crm.put("deal-7", null, DINNER);
    calendar.expireSyncTokens();

    sync();

    assertThat(calendar.all()).hasSize(2);
    assertThat(world.column("select id from record where deleted_at is null")).hasSize(2);
  }

  @Test
  void should_let_the_edit_win_when_the_other_side_deleted() {
    world.crm.patch(record(), Map.of("title", "Lunch with Ada"));
    String id = record();
    calendar.delete("lunch1");

    sync();

    assertThat(calendar.all().values())
        .singleElement()
        .satisfies(event -> assertThat(event.path("summary").asText()).isEqualTo("Lunch with Ada"));
    assertThat(world.column("select id from record where deleted_at is null")).containsExactly(id);
    assertAtRest();
  }

  @Test
  void should_bring_a_record_back_when_its_owner_edited_what_the_crm_deleted() {
    world.crm.delete(record());
    calendar.change("lunch1", Map.of("summary", "Lunch, still"));

    sync();

    assertThat(calendar.all()).containsOnlyKeys("lunch1");
    assertThat(world.column("select id from record where deleted_at is null")).hasSize(1);
    assertThat(title()).isEqualTo("Lunch, still");
    assertAtRest();
  }

  @Test
  void should_let_the_deletion_win_when_the_policy_says_so() {
    world.policy(Policy.REMOTE_WINS);
    world.crm.patch(record(), Map.of("title", "Lunch with Ada"));
    calendar.delete("lunch1");

    sync();

    assertThat(calendar.all()).isEmpty();
    assertThat(world.column("select id from record where deleted_at is null")).isEmpty();
    assertAtRest();
  }

  @Test
  void should_set_aside_what_the_service_refuses_and_send_the_rest() {
    String refused = world.crm.put("bad", null, Map.of("title", "No start at all"));
    world.crm.patch(first(), Map.of("title", "Lunch with Ada"));

    SyncRun run = sync();

    assertThat(run.report().sent()).isEqualTo(Sent.UPDATED.plus(Sent.REFUSED));
    assertThat(run.report().errors()).hasSize(1);
    assertThat(world.rows("select record_id, state, category from edit"))
        .containsExactly(List.of(refused, "QUARANTINED", "Rejected"));
    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Lunch with Ada");
    assertAtRest();
  }

  private String first() {
    return world.column("select id from record where external_id = 'lunch1'").get(0);
  }

  @Test
  void should_refuse_an_edit_of_an_old_state_and_show_the_present_one() {
    String id = record();
    world.crm.patch(id, Map.of("title", "Lunch with Ada"));

    assertThatThrownBy(() -> world.crm.patch(id, "\"1\"", Map.of("title", "Old news")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.type()).isEqualTo(ProblemType.PRECONDITION_FAILED);
              assertThat(e.current().orElseThrow().toString()).contains("Lunch with Ada");
            });
    assertThatThrownBy(() -> world.crm.patch(id, null, Map.of("title", "Blind")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED));
    assertThatThrownBy(() -> world.crm.patch(id, Map.of("created", "x", "title", "y")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.errors())
                    .singleElement()
                    .matches(one -> one.field().equals("created")));
  }

  @Test
  void should_do_a_repeated_request_once_when_it_has_a_key() {
    String id = record();

    Map<String, Object> first = world.crm.patch(id, "*", "k1", Map.of("title", "Once"));
    world.crm.patch(id, Map.of("title", "Twice"));
    Map<String, Object> again = world.crm.patch(id, "*", "k1", Map.of("title", "Once"));

    assertThat(again).isEqualTo(first);
    assertThat(title()).isEqualTo("Twice");
    assertThatThrownBy(() -> world.crm.patch(id, "*", "k1", Map.of("title", "Other")))
        .hasMessageContaining("Idempotency-Key");
  }

  @Test
  void should_leave_no_edit_behind_when_it_was_taken_back() {
    world.crm.patch(record(), Map.of("title", "Lunch with Ada"));
    world.crm.patch(record(), Map.of("title", "Lunch"));

    assertThat(edits()).isEmpty();
  }

  @Test
  void should_hold_back_a_large_change_until_its_very_plan_is_confirmed() {
    for (int i = 0; i < 30; i++) {
      calendar.add("event%02d".formatted(i), "Event " + i);
    }
    sync();
    world.crm.patch(first(), Map.of("title", "First push"));
    sync();
    world.column("select id from record where deleted_at is null").stream()
        .limit(25)
        .forEach(id -> world.crm.patch(id, Map.of("title", "Changed")));

    world.queue.request(world.connection, SyncWorld.TYPE, Wish.both());
    SyncRun held = world.execute(calendar.source());
    world.crm.patch(first(), Map.of("description", "One more thing"));
    confirm(held.awaitedPlan());
    SyncRun heldAgain = world.execute(calendar.source());

    assertThat(held.state()).isEqualTo(RunState.AWAITING_CONFIRMATION);
    assertThat(heldAgain.state()).isEqualTo(RunState.AWAITING_CONFIRMATION);
    assertThat(heldAgain.report().sent()).isEqualTo(Sent.NOTHING);

    confirm(heldAgain.awaitedPlan());
    assertThat(world.execute(calendar.source()).report().sent().updated()).isBetween(25L, 26L);
    assertAtRest();
  }

  private void confirm(String plan) {
    world.queue.request(
        world.connection,
        SyncWorld.TYPE,
        new Wish(Direction.BOTH, PullKind.INCREMENTAL, Optional.of(plan)));
  }

  private static Map<String, Object> place(String name) {
    return Map.of("place", Map.of("@type", "Location", "name", name));
  }
}
