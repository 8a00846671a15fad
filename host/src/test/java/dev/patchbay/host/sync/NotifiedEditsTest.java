package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.host.fixture.OnBothDatabases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The guest of a lunch hears of what the CRM edits if the CRM asks for it, and once. */
@OnBothDatabases
class NotifiedEditsTest extends LunchInTwoCalendars {
  private static final Map<String, Object> MINE = Map.of("title", "Mine");
  private static final Map<String, Object> PLANS = Map.of("description", "Bring the plans");
  private static final Map<String, Object> DINNER =
      Map.of(
          "title", "Dinner",
          "start", "2026-12-02T19:00:00",
          "timeZone", "Europe/Zurich",
          "duration", "PT2H",
          "participants",
              Map.of(
                  "guest",
                  Map.of(
                      "@type", "Participant",
                      "email", "guest@elsewhere.example",
                      "roles", Map.of("attendee", true))));
  private static final List<Step> DEATHS = List.of(Step.MARKED, Step.ANSWERED, Step.SETTLED);

  @Test
  void should_tell_nobody_unless_asked() {
    world.crm.patch(record(), MINE);
    world.crm.put("deal-1", first(), DINNER);
    sync();
    world.crm.move(record(), second());
    sync();
    world.crm.delete(record());
    sync();

    requireTold();
  }

  @Test
  void should_tell_of_each_kind_of_edit_when_asked() {
    world.crm.notifying().patch(record(), MINE);
    sync();
    world.crm.notifying().move(record(), second());
    sync();
    world.crm.notifying().put("deal-1", first(), DINNER);
    sync();
    world.crm.notifying().delete(record());
    sync();

    requireTold("updated", "updated", "invited", "cancelled");
    assertAtRest();
  }

  @Test
  void should_be_silent_again_when_the_service_has_what_was_to_be_told() {
    world.crm.notifying().patch(record(), MINE);
    sync();
    world.crm.patch(record(), PLANS);
    sync();

    requireTold("updated");
  }

  @Test
  void should_tell_once_of_edits_that_wait_together_when_one_of_them_asked() {
    world.crm.patch(record(), Map.of("title", "First"));
    world.crm.notifying().patch(record(), PLANS);
    world.crm.patch(record(), MINE);
    sync();

    requireTold("updated");
    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Mine");
    assertAtRest();
  }

  @Test
  void should_tell_once_when_a_record_is_edited_and_moved() {
    world.crm.patch(record(), MINE);
    world.crm.notifying().move(record(), second());
    sync();

    requireTold("updated");
    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Mine");
    assertAtRest();
  }

  @Test
  void should_still_tell_when_the_edit_is_merged_with_the_owners() {
    world.crm.notifying().patch(record(), MINE);
    calendar.change("lunch1", Map.of("location", "Kronenhalle"));
    sync();
    world.crm.notifying().patch(record(), PLANS);
    atFirst(Step.MARKED, () -> calendar.change("lunch1", Map.of("location", "Bellevue")));
    sync();

    requireTold("updated", "updated");
    assertAtRest();
  }

  @Test
  void should_tell_nobody_when_the_edit_is_undone_before_it_is_sent() {
    world.crm.notifying().patch(record(), MINE);
    world.crm.patch(record(), Map.of("title", "Lunch"));
    sync();
    world.crm.patch(record(), PLANS);
    sync();

    requireTold();
  }

  @Test
  void should_show_in_the_plan_who_would_be_told() {
    world.crm.patch(record(), MINE);
    assertThat(world.plan().items().get(0).notifies()).isFalse();

    world.crm.notifying().patch(record(), PLANS);
    PushPlan plan = world.plan();
    assertThat(plan.items().get(0).notifies()).isTrue();

    set("notice = 'NONE'");
    assertThat(world.plan().hash()).isNotEqualTo(plan.hash());
    set("notice = 'SENT'");
    assertThat(world.plan().hash()).isEqualTo(plan.hash());
  }

  @Test
  void should_tell_once_when_a_run_dies_at_any_step_of_a_change() {
    for (Step step : DEATHS) {
      world.crm.notifying().patch(record(), Map.of("title", "Mine " + step));
      requireToldOnceAfterDeathAt(step, "updated");
    }
  }

  @Test
  void should_tell_once_when_a_run_dies_at_any_step_of_a_move() {
    for (Step step : DEATHS) {
      String goal = place().equals(first()) ? second() : first();
      world.crm.notifying().move(record(), goal);
      requireToldOnceAfterDeathAt(step, "updated");
    }
  }

  @Test
  void should_tell_once_when_a_run_dies_at_any_step_of_making_and_deleting() {
    for (Step step : DEATHS) {
      String made = world.crm.notifying().put("deal-" + step, first(), DINNER);
      requireToldOnceAfterDeathAt(step, "invited");
      world.crm.notifying().delete(made);
      requireToldOnceAfterDeathAt(step, "cancelled");
    }
  }

  @Test
  void should_tell_once_when_an_answer_is_lost_and_the_crm_edits_on() {
    world.crm.notifying().patch(record(), MINE);
    calendar.strike(
        Map.of("fault", "withheld", "millis", 1, "path", "**/lunch1", "method", "PATCH"));
    assertThatThrownBy(this::sync).isInstanceOf(IntegrationException.class);
    world.crm.patch(record(), PLANS);

    sync();

    requireTold("updated");
    assertThat(calendar.event("lunch1").path("description").asText()).isEqualTo("Bring the plans");
    assertAtRest();
  }

  @Test
  void should_tell_once_when_the_answer_to_a_move_is_lost_and_the_crm_edits_on() {
    world.crm.notifying().move(record(), second());
    dieAt(Step.ANSWERED);
    world.crm.patch(record(), MINE);

    sync();
    sync();

    requireTold("updated");
    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Mine");
    assertAtRest();
  }

  @Test
  void should_tell_when_a_run_died_before_sending_and_the_crm_edits_on() {
    world.crm.notifying().patch(record(), MINE);
    dieAt(Step.MARKED);
    world.crm.patch(record(), PLANS);

    sync();

    requireTold("updated");
    assertAtRest();
  }

  @Test
  void should_tell_once_when_the_crm_edits_again_while_it_is_sent() {
    world.crm.notifying().patch(record(), MINE);
    atFirst(Step.ANSWERED, () -> world.crm.patch(record(), PLANS));
    sync();
    sync();

    requireTold("updated");
    assertThat(calendar.event("lunch1").path("description").asText()).isEqualTo("Bring the plans");
  }

  @Test
  void should_tell_of_an_edit_that_asks_while_a_silent_one_is_sent() {
    world.crm.patch(record(), MINE);
    atFirst(Step.ANSWERED, () -> world.crm.notifying().patch(record(), PLANS));
    sync();
    requireTold();
    sync();

    requireTold("updated");
  }

  @Test
  void should_tell_when_a_refused_edit_is_sent_again() {
    world.crm.notifying().patch(record(), MINE);
    calendar.strike(
        Map.of("fault", "status", "status", 400, "path", "**/lunch1", "method", "PATCH"));
    sync();
    requireTold();

    world.crm.retry(record());
    sync();

    requireTold("updated");
  }

  private void requireToldOnceAfterDeathAt(Step step, String what) {
    int before = calendar.told().size();
    dieAt(step);
    sync();
    sync();
    List<String> told = calendar.told();
    guard("after a death at " + step, told.subList(before, told.size()), List.of(what));
    assertAtRest();
  }

  private void requireTold(String... what) {
    guard("at the end", calendar.told(), List.of(what));
  }

  private static void guard(String when, List<String> told, List<String> expected) {
    assertThat(told)
        .overridingErrorMessage(
            "let through: %s the guest was told %s instead of %s", when, told, expected)
        .isEqualTo(expected);
  }

  private void set(String what) {
    world.database.write(
        db -> {
          try (var statement = db.createStatement()) {
            return statement.executeUpdate("update edit set " + what);
          }
        });
  }
}
