package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.merge.Policy;
import dev.patchbay.host.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A CRM moves records to another calendar. */
@OnBothDatabases
class CrmMovesTest extends LunchInTwoCalendars {
  private static final Map<String, Object> DINNER =
      Map.of(
          "title", "Dinner",
          "start", "2026-12-02T19:00:00",
          "timeZone", "Europe/Zurich",
          "duration", "PT2H");

  private static final Map<String, Object> STANDUP =
      Map.of(
          "summary",
          "Standup",
          "start",
          Map.of("dateTime", "2026-12-01T09:00:00+01:00", "timeZone", "Europe/Zurich"),
          "end",
          Map.of("dateTime", "2026-12-01T09:15:00+01:00", "timeZone", "Europe/Zurich"),
          "recurrence",
          List.of("RRULE:FREQ=DAILY;COUNT=3"));

  @AfterEach
  void requireSilence() {
    assertThat(calendar.notifications()).as("mails to invitees").isZero();
  }

  @Test
  void should_move_the_item_and_keep_the_record() {
    String record = record();
    world.crm.move(record, second());
    assertThat(place()).as("until the service has moved it").isEqualTo(first());
    assertThat(plan().items().get(0).moveTo()).isEqualTo(second());

    SyncRun run = sync();

    assertThat(run.report().sent()).isEqualTo(Sent.UPDATED);
    assertMoved(record);
  }

  @Test
  void should_send_what_else_was_edited_to_where_the_item_is_then() {
    String record = record();
    world.crm.patch(record, Map.of("title", "Mine"));
    world.crm.move(record, second());
    world.crm.patch(record, Map.of("description", "Bring the plans"));

    sync();

    assertMoved(record);
    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Mine");
    assertThat(calendar.event("lunch1").path("description").asText()).isEqualTo("Bring the plans");
  }

  @Test
  void should_send_nothing_when_it_is_moved_back_before() {
    world.crm.move(record(), second());
    world.crm.move(record(), first());

    assertThat(plan().items()).isEmpty();
    assertThat(sync().report().sent()).isEqualTo(Sent.NOTHING);

    assertThat(place()).isEqualTo(first());
    assertAtRest();
  }

  @Test
  void should_keep_a_move_that_waits_when_the_owner_edits_the_item() {
    String record = record();
    world.crm.move(record, second());
    calendar.change("lunch1", Map.of("summary", "Theirs"));

    sync();

    assertMoved(record);
    assertThat(world.titles()).containsEntry("lunch1", "Theirs");
  }

  @Test
  void should_have_nothing_to_do_when_the_owner_moved_it_there_too() {
    String record = record();
    world.crm.move(record, second());
    calendar.move("lunch1");

    sync();

    assertMoved(record);
  }

  @Test
  void should_move_once_when_a_run_dies_at_any_step() {
    for (Step step : List.of(Step.MARKED, Step.ANSWERED, Step.SETTLED)) {
      String goal = place().equals(first()) ? second() : first();
      world.crm.move(record(), goal);
      dieAt(step);

      sync();
      assertThat(place()).as("once the run that died at %s has ended", step).isEqualTo(goal);
      sync();

      assertThat(place()).as("after a death at %s", step).isEqualTo(goal);
      assertThat(calendar.all()).containsOnlyKeys("lunch1");
      assertAtRest();
    }
  }

  @Test
  void should_make_a_new_record_where_it_was_moved_before_it_was_sent() {
    String made = world.crm.put("deal-1", first(), DINNER);
    world.crm.move(made, second());

    assertThat(sync().report().sent()).isEqualTo(Sent.CREATED);

    assertThat(world.column("select collection_id from record where id = '" + made + "'"))
        .containsExactly(second());
    assertThat(world.column("select records from collection")).containsExactly("1", "1");
    assertAtRest();
  }

  @Test
  void should_make_a_new_record_where_it_was_moved_while_another_was_sent() {
    List<String> made =
        List.of(world.crm.put("deal-1", first(), DINNER), world.crm.put("deal-2", first(), DINNER));
    AtomicReference<String> moved = new AtomicReference<>();
    atFirst(
        Step.MARKED,
        () -> {
          String sending =
              world.column("select record_id from edit where state = 'SENDING'").get(0);
          moved.set(made.get(sending.equals(made.get(0)) ? 1 : 0));
          world.crm.move(moved.get(), second());
        });

    sync();
    sync();

    String event = world.column("select external_id from record where id = '" + moved + "'").get(0);
    assertThat(calendar.calendarOf(event)).startsWith("second-");
    assertThat(world.column("select records from collection order by is_primary"))
        .containsExactly("1", "2");
    assertAtRest();
  }

  @Test
  void should_delete_where_it_is_when_the_crm_deletes_what_it_moved() {
    world.crm.move(record(), second());
    world.crm.delete(record());

    assertThat(sync().report().sent()).isEqualTo(Sent.DELETED);

    assertThat(calendar.all()).isEmpty();
    assertAtRest();
  }

  @Test
  void should_change_nothing_when_the_same_move_is_asked_for_again() {
    Map<String, Object> once = world.crm.move(record(), second());

    assertThat(world.crm.move(record(), second())).isEqualTo(once);

    assertThat(world.crm.move(record(), first()).get("changeSeq"))
        .isNotEqualTo(once.get("changeSeq"));
    assertThat(world.column("select record_id from edit")).isEmpty();
  }

  @Test
  void should_make_it_anew_where_the_crm_wants_it_when_the_owner_deleted_it() {
    String record = record();
    world.crm.move(record, second());
    calendar.delete("lunch1");

    assertThat(sync().report().sent()).isEqualTo(Sent.CREATED);

    assertThat(calendar.all()).hasSize(1).doesNotContainKey("lunch1");
    assertThat(calendar.calendarOf(calendar.all().keySet().iterator().next()))
        .startsWith("second-");
    assertThat(world.rows("select id, collection_id from record where deleted_at is null"))
        .containsExactly(List.of(record, second()));
    assertThat(world.column("select records from collection order by is_primary"))
        .containsExactly("1", "0");
    assertAtRest();
  }

  @Test
  void should_delete_it_when_the_owner_deleted_it_and_the_service_wins() {
    world.policy(Policy.REMOTE_WINS);
    world.crm.move(record(), second());
    calendar.delete("lunch1");

    assertThat(sync().report().sent()).isEqualTo(Sent.NOTHING);

    assertThat(world.titles()).isEmpty();
    assertThat(world.column("select records from collection")).containsExactly("0", "0");
    assertAtRest();
  }

  @Test
  void should_move_it_from_where_the_owner_moved_it_at_the_moment_of_sending() {
    String record = record();
    world.crm.move(record, second());
    atFirst(Step.MARKED, () -> calendar.move("lunch1"));

    sync();
    sync();

    assertMoved(record);
  }

  @Test
  void should_delete_what_the_crm_deletes_while_it_is_moved() {
    String record = record();
    world.crm.move(record, second());
    atFirst(Step.ANSWERED, () -> world.crm.delete(record));

    sync();

    assertThat(calendar.all()).isEmpty();
    assertThat(world.titles()).isEmpty();
    assertThat(world.column("select records from collection")).containsExactly("0", "0");
    assertAtRest();
  }

  @Test
  void should_keep_what_the_crm_edits_while_it_is_moved() {
    String record = record();
    world.crm.move(record, second());
    atFirst(Step.ANSWERED, () -> world.crm.patch(record, Map.of("title", "Mine")));

    sync();

    assertMoved(record);
    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Mine");
  }

  @Test
  void should_keep_the_record_of_a_changed_occurrence_when_its_series_is_moved() {
    String occurrence = "standup_20261202T080000Z";
    calendar.put("standup", STANDUP);
    calendar.change(occurrence, Map.of("summary", "Standup, later"));
    sync();
    String record = record(occurrence);

    world.crm.move(record("standup"), second());
    sync();
    sync();

    assertThat(world.rows("select id, collection_id from record where deleted_at is null"))
        .contains(List.of(record, second()));
    assertThat(record(occurrence)).isEqualTo(record);
    assertThat(world.titles()).containsEntry(occurrence, "Standup, later");
    FeedReader feed = new FeedReader();
    feed.readOn(world);
    assertThat(feed.tombstones()).as("deletions in the feed").isZero();
    assertAtRest();
  }

  @Test
  void should_wait_for_a_person_when_the_service_refuses_the_move() {
    String record = record();
    world.crm.move(record, second());
    calendar.strike(
        Map.of("fault", "status", "status", 400, "path", "**/move**", "method", "POST"));

    assertThat(sync().report().sent()).isEqualTo(Sent.REFUSED);

    assertThat(world.crm.quarantined()).hasSize(1);
    world.crm.retry(record);
    sync();
    assertMoved(record);
  }

  @Test
  void should_stay_where_it_is_when_a_refused_move_is_given_up() {
    String record = record();
    world.crm.move(record, second());
    calendar.strike(
        Map.of("fault", "status", "status", 400, "path", "**/move**", "method", "POST"));
    sync();

    world.crm.giveUp(record);

    assertThat(place()).isEqualTo(first());
    assertAtRest();
  }

  @Test
  void should_wait_when_the_collection_is_lost_that_it_goes_to() {
    String record = record();
    String goal = second();
    world.crm.move(record, goal);
    calendar.loseSecond();
    sync();

    assertThat(plan().collections()).isEmpty();
    assertThat(place()).isEqualTo(first());
    assertThatThrownBy(() -> world.crm.move(world.crm.put("deal-1", first(), DINNER), goal))
        .hasMessageContaining(goal)
        .hasMessageContaining("cannot be written to");

    calendar.findSecond();
    sync();
    assertThat(place()).isEqualTo(goal);
  }

  @Test
  void should_refuse_a_collection_that_is_not_there() {
    assertThatThrownBy(() -> world.crm.move(record(), "col_unknown"))
        .hasMessageContaining("holds the type event; col_unknown is none");
  }

  @Test
  void should_refuse_a_record_that_was_deleted() {
    String record = record();
    world.crm.delete(record);

    assertThatThrownBy(() -> world.crm.move(record, second())).hasMessageContaining("is deleted");
  }

  @Test
  void should_refuse_a_record_while_it_is_being_made() {
    String made = world.crm.put("deal-1", first(), DINNER);
    AtomicReference<Throwable> refusal = new AtomicReference<>();
    atFirst(
        Step.ANSWERED,
        () -> {
          try {
            world.crm.move(made, second());
          } catch (ProblemException e) {
            refusal.set(e);
          }
        });

    sync();

    assertThat(refusal.get()).hasMessageContaining("move it once that is known");
  }

  private void assertMoved(String record) {
    assertThat(place()).isEqualTo(second());
    assertThat(record()).isEqualTo(record);
    assertThat(calendar.calendarOf("lunch1")).startsWith("second-");
    assertThat(world.column("select records from collection order by is_primary"))
        .containsExactly("1", "0");
    assertAtRest();
  }

  private PushPlan plan() {
    return world.plans.plan(SyncWorld.TENANT, world.connection, SyncWorld.TYPE);
  }
}
