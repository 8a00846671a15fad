package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.edit.EditKind;
import dev.patchbay.host.edit.FieldChange;
import dev.patchbay.host.edit.QuarantinedEdit;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.merge.Policy;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What a person is shown of a sync, and what becomes of an edit that they give up. */
@OnBothDatabases
class WhatPeopleSeeTest {
  private static final String NEWEST = "run_~";

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
  }

  @Test
  void should_plan_each_field_with_what_it_is_and_what_it_becomes() {
    world.crm.patch(record(), Map.of("title", "Lunch with Ada", "description", "Bring the plans"));

    PushPlan.Item item = world.plan().items().get(0);

    assertThat(item.kind()).isEqualTo(EditKind.UPDATE);
    assertThat(item.title()).isEqualTo("Lunch with Ada");
    assertThat(item.changes())
        .containsExactlyInAnyOrder(
            new FieldChange("title", "Lunch", "Lunch with Ada"),
            new FieldChange("description", null, "Bring the plans"));
  }

  @Test
  void should_plan_all_fields_of_a_new_record_and_none_of_a_deleted_one() {
    world.crm.delete(record());
    world.crm.put("deal-7", null, Map.of("title", "Dinner", "start", "2026-12-02T19:00:00"));

    assertThat(world.plan().items())
        .anySatisfy(
            item -> {
              assertThat(item.kind()).isEqualTo(EditKind.DELETE);
              assertThat(item.title()).isEqualTo("Lunch");
              assertThat(item.changes()).isEmpty();
            })
        .anySatisfy(
            item -> assertThat(item.changes()).contains(new FieldChange("title", null, "Dinner")));
  }

  @Test
  void should_show_what_the_service_refused_and_bury_it_when_it_is_given_up() {
    String id = world.crm.put("bad", null, Map.of("title", "No start at all"));
    world.sync(calendar.source());

    QuarantinedEdit refused = world.crm.quarantined().get(0);
    assertThat(refused.title()).isEqualTo("No start at all");
    assertThat(refused.reason()).isNotBlank();
    assertThat(refused.changes()).contains(new FieldChange("title", null, "No start at all"));

    world.crm.giveUp(id);

    assertThat(world.crm.quarantined()).isEmpty();
    assertThat(living()).containsExactly(record());
    assertAtRest();
  }

  @Test
  void should_have_the_agreed_state_again_when_a_change_is_given_up() {
    world.crm.patch(record(), Map.of("title", "Lunch with Ada"));
    setAside();
    world.crm.giveUp(record());

    assertThat(world.titles()).containsValue("Lunch");
    assertAtRest();
  }

  @Test
  void should_bring_the_record_back_when_a_deletion_is_given_up() {
    String id = record();
    world.crm.delete(id);
    setAside();
    world.crm.giveUp(id);

    assertThat(living()).containsExactly(id);
    assertThat(world.column("select records from collection where records > 0"))
        .containsExactly("1");
    assertAtRest();
  }

  @Test
  void should_say_so_when_there_is_nothing_to_give_up() {
    world.crm.patch(record(), Map.of("title", "On its way"));

    assertThatThrownBy(() -> world.crm.giveUp(record()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(record());
    assertThat(world.titles()).containsValue("On its way");
  }

  @Test
  void should_count_the_conflicts_with_the_run_that_met_them() {
    world.policy(Policy.CRM_WINS);
    SyncRun calm = world.sync(calendar.source());
    world.crm.patch(record(), Map.of("title", "Mine"));
    calendar.change("lunch1", Map.of("summary", "Theirs"));
    SyncRun met = world.sync(calendar.source());

    Map<String, Long> counted =
        world.database.read(db -> new RunConflicts().of(db, SyncWorld.TENANT, List.of(met, calm)));

    assertThat(counted).isEqualTo(Map.of(met.id(), 1L));
  }

  @Test
  void should_list_the_runs_of_one_state_when_it_is_asked_for() {
    world.crm.patch(record(), Map.of("title", "First push"));
    world.queue.request(world.connection, SyncWorld.TYPE, Wish.both());
    SyncRun held = world.execute(calendar.source());

    assertThat(runs("awaiting_confirmation")).extracting(SyncRun::id).containsExactly(held.id());
    assertThat(runs("SUCCEEDED")).extracting(SyncRun::id).doesNotContain(held.id()).isNotEmpty();
    assertThat(runs("FAILED")).isEmpty();
    assertThatThrownBy(() -> runs("broken")).hasMessageContaining("AWAITING_CONFIRMATION");
  }

  private List<SyncRun> runs(String state) {
    RunFilter filter = RunFilter.of(SyncWorld.TYPE, state);
    return world.database.read(
        db -> world.runs.list(db, SyncWorld.TENANT, world.connection, filter, NEWEST, 10));
  }

  private void setAside() {
    world.database.write(
        db -> {
          try (var statement = db.prepareStatement("update edit set state = 'QUARANTINED'")) {
            return statement.executeUpdate();
          }
        });
  }

  private List<String> living() {
    return world.column("select id from record where deleted_at is null");
  }

  private String record() {
    return world.column("select id from record where external_id = 'lunch1'").get(0);
  }

  private void assertAtRest() {
    String state = calendar.state();
    SyncRun idle = world.sync(calendar.source());
    assertThat(idle.report().sent()).isEqualTo(Sent.NOTHING);
    assertThat(idle.report().tally().processed()).isEqualTo(idle.report().tally().unchanged());
    assertThat(calendar.state()).isEqualTo(state);
    assertThat(world.crm.quarantined()).isEmpty();
    assertThat(world.column("select state from edit")).isEmpty();
  }
}
