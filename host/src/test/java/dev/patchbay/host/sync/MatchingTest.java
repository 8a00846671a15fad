package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.host.edit.FieldChange;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.merge.Policy;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.sync.PushPlan.Candidate;
import dev.patchbay.host.sync.PushPlan.PlannedCollection;
import dev.patchbay.host.sync.PushPlan.Twin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A CRM writes records of which the service has the items already. */
@OnBothDatabases
class MatchingTest {
  private static final String UID = "lunch1@google.com";

  @Parameter Dialect dialect;

  private final SimulatedCalendar calendar = SimulatedCalendar.empty().withSecond();
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

  @Test
  void should_show_in_the_plan_what_would_become_of_an_item_that_the_service_has() {
    String pulled = recordOf("lunch1");
    String mine = put("deal-1", Map.of("description", "Bring the plans"));

    PushPlan plan = world.plan();

    assertThat(plan.needsConfirmation()).isTrue();
    assertThat(collection(plan)).returns(1L, PlannedCollection::joins);
    assertThat(collection(plan)).returns(0L, PlannedCollection::creates);
    PushPlan.Item item = plan.items().get(0);
    assertThat(item.recordId()).isEqualTo(mine);
    assertThat(item.changes())
        .containsExactly(new FieldChange("description", null, "Bring the plans"));
    assertThat(item.twin().by()).contains("uid");
    assertThat(item.twin().same()).isEqualTo(pulled);
    assertThat(calendar.event("lunch1").has("description")).isFalse();
  }

  @Test
  void should_make_one_record_of_both_when_the_plan_is_confirmed() {
    String pulled = recordOf("lunch1");
    String mine = put("deal-1", Map.of("description", "Bring the plans"));

    SyncRun run = sync();

    assertThat(run.report().sent()).isEqualTo(Sent.UPDATED);
    assertThat(calendar.all()).hasSize(1);
    assertThat(calendar.event("lunch1").path("description").asText()).isEqualTo("Bring the plans");
    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Lunch");
    assertThat(calendar.event("lunch1").at("/gadget/display").asText()).isEqualTo("kept");
    assertThat(calendar.event("lunch1").path("attendees")).hasSize(1);
    assertThat(world.rows("select id, external_id from record where deleted_at is null"))
        .containsExactly(List.of(mine, "lunch1"));
    assertThat(world.rows("select id, merged_into from record where deleted_at is not null"))
        .containsExactly(List.of(pulled, "lunch1"));
    assertThat(world.column("select records from collection where is_primary = true"))
        .containsExactly("1");
    assertThat(world.column("select path from conflict")).isEmpty();
    assertAtRest();
  }

  @Test
  void should_make_one_record_of_both_when_the_crm_wrote_its_own_before_the_item_was_pulled() {
    calendar.add("dinner1", "Dinner");
    String mine = put("deal-2", Map.of("uid", "dinner1@google.com", "title", "Dinner"));

    sync();

    assertThat(calendar.all()).containsOnlyKeys("lunch1", "dinner1");
    assertThat(recordOf("dinner1")).isEqualTo(mine);
    assertAtRest();
  }

  @Test
  void should_let_the_policy_decide_and_remember_it_when_both_say_something_else() {
    Map<Policy, String> outcomes =
        Map.of(
            Policy.REMOTE_WINS, "Owner's",
            Policy.CRM_WINS, "CRM's",
            Policy.ASK, "Owner's");
    outcomes.forEach(
        (policy, title) -> {
          String id = "meal" + policy.ordinal();
          world.policy(policy);
          calendar.add(id, "Owner's");
          put("deal-" + id, Map.of("uid", id + "@google.com", "title", "CRM's"));

          sync();

          assertThat(calendar.event(id).path("summary").asText()).as("%s", policy).isEqualTo(title);
          assertThat(
                  world.rows(
                      "select path, crm_value, service_value from conflict where policy = '%s'"
                          .formatted(policy.name())))
              .containsExactly(List.of("title", "\"CRM's\"", "\"Owner's\""));
          assertAtRest();
        });
  }

  @Test
  void should_make_nothing_of_elements_that_nobody_can_tell_apart_when_records_meet_first() {
    world.policy(Policy.REMOTE_WINS);
    put(
        "deal-1",
        Map.of(
            "participants",
            Map.of(
                "other-id",
                Map.of(
                    "@type", "Participant",
                    "roles", Map.of("attendee", true),
                    "sendTo", Map.of("imip", "mailto:guest@elsewhere.example")))));

    sync();

    assertThat(calendar.event("lunch1").path("attendees")).hasSize(1);
    assertThat(world.column("select path from conflict")).containsExactly("participants");
  }

  @Test
  void should_send_nothing_and_ask_when_two_items_are_possible() {
    twoLunches();
    String mine = put("deal-1", Map.of("title", "Mine"));

    PushPlan plan = world.plan();
    SyncRun run = sync();

    assertThat(collection(plan)).returns(1L, PlannedCollection::unsure);
    assertThat(plan.needsConfirmation()).as("nothing would be sent").isFalse();
    assertThat(twin(plan).same()).isNull();
    assertThat(twin(plan).candidates()).extracting(Candidate::free).containsExactly(true, true);
    assertThat(run.report().sent()).isEqualTo(Sent.NOTHING);
    assertThat(run.report().errors())
        .extracting(RunError::message)
        .containsExactly(
            "New records of the CRM that the service may have already: 1. They are not sent until"
                + " somebody says in the push plan what they are.");
    assertThat(calendar.all()).containsOnlyKeys("lunch1", "lunch2");
    assertThat(world.rows("select record_id, state from edit"))
        .containsExactly(List.of(mine, "WAITING"));
  }

  @Test
  void should_join_the_item_that_a_person_chose() {
    twoLunches();
    String mine = put("deal-1", Map.of("title", "Mine"));
    String before = world.plan().hash();

    decide(mine, recordOf("lunch2"));

    assertThat(world.plan().hash()).as("another plan").isNotEqualTo(before);
    sync();
    assertThat(recordOf("lunch2")).isEqualTo(mine);
    assertThat(calendar.event("lunch2").path("summary").asText()).isEqualTo("Mine");
    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Lunch");
    assertAtRest();
  }

  @Test
  void should_make_a_new_item_when_a_person_said_that_it_is_none_of_them() {
    twoLunches();
    String mine = put("deal-1", Map.of("title", "Mine"));

    decide(mine, "none");
    SyncRun run = sync();

    assertThat(run.report().sent()).isEqualTo(Sent.CREATED);
    assertThat(calendar.all()).hasSize(3);
    assertAtRest();
  }

  @Test
  void should_ask_when_two_records_of_the_crm_are_the_same_item() {
    put("deal-1", Map.of("title", "One"));
    put("deal-2", Map.of("title", "Two"));

    sync();

    assertThat(collection(world.plan())).returns(2L, PlannedCollection::unsure);
    assertThat(calendar.all()).containsOnlyKeys("lunch1");
    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Lunch");
  }

  @Test
  void should_ask_when_the_item_is_another_record_of_the_crm_already() {
    String first = put("deal-1", Map.of());
    sync();
    String second = put("deal-2", Map.of("title", "Two"));

    assertThat(twin(world.plan()).candidates())
        .extracting(Candidate::recordId, Candidate::crmId, Candidate::free)
        .containsExactly(tuple(first, "deal-1", false));
    assertThatThrownBy(() -> decide(second, first))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("candidate");
    assertThat(sync().report().sent()).isEqualTo(Sent.NOTHING);
  }

  @Test
  void should_ask_when_the_item_is_in_another_collection_and_take_the_record_there_if_told_so() {
    calendar.move("lunch1");
    sync();
    String item = recordOf("lunch1");
    String mine = put("deal-1", Map.of("title", "Mine"));
    assertThat(collection(world.plan())).returns(1L, PlannedCollection::unsure);

    decide(mine, item);
    sync();
    sync();

    assertThat(recordOf("lunch1")).isEqualTo(mine);
    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Mine");
    assertThat(world.column("select records from collection order by is_primary"))
        .containsExactly("1", "0");
    assertAtRest();
  }

  @Test
  void should_make_one_record_of_both_when_a_run_dies_between_joining_and_sending() {
    put("deal-1", Map.of("description", "Bring the plans"));
    world.watch(
        step -> {
          if (step == Step.MARKED) {
            throw new IllegalStateException("killed");
          }
        });
    assertThatThrownBy(this::sync).hasMessage("killed");
    world.watch(Steps.UNWATCHED);

    sync();

    assertThat(calendar.all()).hasSize(1);
    assertThat(calendar.event("lunch1").path("description").asText()).isEqualTo("Bring the plans");
    assertAtRest();
  }

  @Test
  void should_refuse_a_decision_where_there_is_none_to_make() {
    String mine = put("deal-1", Map.of("title", "Mine"));

    assertThatThrownBy(() -> decide(mine, "rec_unknown")).hasMessageContaining("candidate");
    assertThatThrownBy(() -> decide("rec_unknown", "none")).hasMessageContaining("rec_unknown");
    sync();
    assertThatThrownBy(() -> decide(mine, "none")).hasMessageContaining(mine);
  }

  private void twoLunches() {
    calendar.put(
        "lunch2",
        Map.of(
            "iCalUID",
            UID,
            "summary",
            "Lunch",
            "start",
            Map.of("dateTime", "2026-12-01T12:00:00+01:00", "timeZone", "Europe/Zurich"),
            "end",
            Map.of("dateTime", "2026-12-01T13:00:00+01:00", "timeZone", "Europe/Zurich")));
    sync();
  }

  /** The CRM's lunch, of which it says something else or more. */
  private String put(String crmId, Map<String, Object> more) {
    Map<String, Object> data =
        new HashMap<>(
            Map.of(
                "uid", UID,
                "title", "Lunch",
                "start", "2026-12-01T12:00:00",
                "timeZone", "Europe/Zurich",
                "duration", "PT1H"));
    data.putAll(more);
    return world.crm.put(
        crmId, world.column("select id from collection where is_primary = true").get(0), data);
  }

  private void decide(String record, String same) {
    world.twins.decide(SyncWorld.TENANT, world.connection, SyncWorld.TYPE, record, same);
  }

  private static PlannedCollection collection(PushPlan plan) {
    assertThat(plan.collections()).hasSize(1);
    return plan.collections().get(0);
  }

  private static Twin twin(PushPlan plan) {
    return plan.items().get(0).twin();
  }

  private SyncRun sync() {
    return world.sync(calendar.source());
  }

  private String recordOf(String externalId) {
    return world
        .column(
            "select id from record where deleted_at is null and external_id = '%s'"
                .formatted(externalId))
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
