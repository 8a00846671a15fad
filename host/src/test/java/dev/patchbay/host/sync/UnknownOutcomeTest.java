package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.edit.QuarantinedEdit;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.Wall;
import dev.patchbay.host.persistence.DatabaseFailure;
import dev.patchbay.host.persistence.Dialect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A new item whose answer was lost, at a service that does not tell what became of it. */
@OnBothDatabases
class UnknownOutcomeTest {
  private static final Map<String, Object> DINNER =
      Map.of(
          "title", "Dinner",
          "start", "2026-12-02T19:00:00",
          "timeZone", "Europe/Zurich",
          "duration", "PT2H");

  @Parameter Dialect dialect;
  private final SimulatedCalendar calendar = SimulatedCalendar.empty();
  private LiveDatabase database;
  private SyncWorld world;
  private String made;

  @BeforeEach
  void loseTheAnswer() {
    database = LiveDatabase.clean(dialect);
    world = new SyncWorld(database.source()).writing(calendar.target());
    world.sync(calendar.source());
    made = world.crm.put("deal-7", collection(), DINNER);
    world.watch(
        step -> {
          if (step == Step.ANSWERED) {
            throw new Killed();
          }
        });
    try {
      world.sync(calendar.source());
    } catch (Killed asWanted) {
      world.watch(Steps.UNWATCHED);
    }
    calendar.strike(
        Map.of("fault", "status", "status", 423, "method", "GET", "path", "**/events/*"));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private String collection() {
    return world.column("select id from collection").get(0);
  }

  private List<String> live() {
    return world.column("select id from record where deleted_at is null order by id");
  }

  @Test
  void should_report_it_and_not_send_it_again_by_itself() {
    SyncRun run = world.sync(calendar.source());

    assertThat(run.report().sent()).isEqualTo(Sent.UNKNOWN);
    assertThat(run.report().errors()).extracting(RunError::category).containsExactly("Rejected");
    assertThat(world.crm.quarantined()).extracting(QuarantinedEdit::recordId).containsExactly(made);
    assertThat(world.sync(calendar.source()).report().sent()).isEqualTo(Sent.NOTHING);
    assertThat(calendar.all()).hasSize(1);
  }

  @Test
  void should_be_one_record_when_a_retry_finds_that_it_had_arrived() {
    world.sync(calendar.source());
    world.sync(calendar.source());
    assertThat(live()).as("a pull cannot know whose it is").hasSize(2).contains(made);

    world.crm.retry(made);
    syncIfItCan();

    Wall.assertClosed(!live().equals(List.of(made)), "the item has the records " + live());
    assertThat(calendar.all()).hasSize(1);
    assertThat(world.column("select merged_into from record where deleted_at is not null"))
        .isEqualTo(world.column("select external_id from record where deleted_at is null"));
    assertThat(database.number("select sum(records) from collection")).isEqualTo(1);
    assertThat(world.sync(calendar.source()).report().tally().processed()).isZero();
    assertThat(live()).containsExactly(made);
  }

  private void syncIfItCan() {
    try {
      world.sync(calendar.source());
    } catch (DatabaseFailure doubled) {
      assertThat(doubled).hasStackTraceContaining("record");
    }
  }

  @Test
  void should_wait_for_an_edit_of_the_other_record_when_it_had_arrived() {
    world.sync(calendar.source());
    world.sync(calendar.source());
    String other = live().stream().filter(id -> !id.equals(made)).findFirst().orElseThrow();
    world.crm.patch(other, Map.of("title", "Late dinner"));
    world.crm.retry(made);
    world.sync(calendar.source());
    assertThat(world.crm.quarantined())
        .extracting(QuarantinedEdit::reason)
        .singleElement()
        .asString()
        .contains(other);

    world.crm.retry(made);
    world.sync(calendar.source());

    assertThat(live()).containsExactly(made);
    assertThat(world.titles().values()).containsExactly("Late dinner");
    assertThat(calendar.all().values())
        .extracting(event -> event.path("summary").asText())
        .containsExactly("Late dinner");
  }

  /** The process is killed. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
