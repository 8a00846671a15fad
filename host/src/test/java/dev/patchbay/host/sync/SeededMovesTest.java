package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.host.fixture.OnBothDatabases;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each defence of moves by the CRM, in the encounter where its absence shows. */
@OnBothDatabases
class SeededMovesTest extends LunchInTwoCalendars {
  private static final String MOVES = "**/move**";

  @Test
  void should_be_one_item_when_the_answer_to_a_move_was_lost() {
    world.crm.move(record(), second());
    loseAnswer();

    sync();

    guard("it was made anew", items(), "[lunch1]");
    guard("it is elsewhere", calendarOfLunch(), "second");
  }

  @Test
  void should_leave_it_where_its_owner_moved_it_back_after_an_answer_was_lost() {
    world.crm.move(record(), second());
    world.crm.patch(record(), Map.of("title", "Mine"));
    loseAnswer();
    calendar.strike(
        Map.of("fault", "status", "status", 400, "path", "**/lunch1", "method", "PATCH"));
    sync();
    calendar.move("lunch1");

    world.crm.retry(record());
    sync();

    guard("it was moved a second time", calendarOfLunch(), "first");
  }

  @Test
  void should_be_where_the_crm_wanted_it_last_when_it_was_moved_back_meanwhile() {
    String record = record();
    String first = first();
    world.crm.move(record, second());
    atFirst(Step.ANSWERED, () -> world.crm.move(record, first));

    sync();
    sync();

    guard("the newer move was lost", calendarOfLunch(), "first");
  }

  @Test
  void should_take_nothing_out_of_a_calendar_to_which_nobody_let_anything_be_sent() {
    world.crm.put(
        "deal-1",
        second(),
        Map.of("title", "Dinner", "start", "2026-12-02T19:00:00", "duration", "PT2H"));
    sync();
    world.crm.move(record(), second());
    world.queue.request(
        world.connection,
        SyncWorld.TYPE,
        new Wish(Direction.BOTH, PullKind.INCREMENTAL, Optional.empty()));

    SyncRun run = world.execute(calendar.source());

    guard("it was moved without a word", calendarOfLunch(), "first");
    assertThat(run.state()).isEqualTo(RunState.AWAITING_CONFIRMATION);
  }

  /** The service moves it, and nobody hears of it. */
  private void loseAnswer() {
    calendar.strike(Map.of("fault", "withheld", "millis", 1, "path", MOVES, "method", "POST"));
    try {
      sync();
    } catch (IntegrationException lost) {
      assertThat(calendarOfLunch()).isEqualTo("second");
      return;
    }
    throw new AssertionError("the answer arrived");
  }

  private String items() {
    return calendar.all().keySet().toString();
  }

  private String calendarOfLunch() {
    return calendar.calendarOf("lunch1").startsWith("second-") ? "second" : "first";
  }

  private static void guard(String bug, String actual, String expected) {
    assertThat(actual)
        .overridingErrorMessage("let through: %s: %s instead of %s", bug, actual, expected)
        .isEqualTo(expected);
  }
}
