package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Many records are not deleted on the word of a pass that merely does not show them. */
@OnBothDatabases
class AbsencesTest {
  private static final int RECORDS = 60;
  private static final int MISSING = 25;

  @Parameter Dialect dialect;

  private final FakeService service = new FakeService().put("home", 0, RECORDS);
  private SyncWorld world;

  @BeforeEach
  void start() {
    world = new SyncWorld(LiveDatabase.clean(dialect).source());
    world.pull(service);
    for (int i = 0; i < MISSING; i++) {
      service.forget("home", FakeService.id(i));
    }
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void should_delete_only_once_a_person_confirmed_when_much_is_absent() {
    SyncRun held = fullPull(null);

    assertThat(held.state()).isEqualTo(RunState.AWAITING_CONFIRMATION);
    assertThat(held.report().errors())
        .singleElement()
        .satisfies(note -> assertThat(note.message()).contains("25 of the 60 records"));
    assertThat(world.titles()).hasSize(RECORDS);

    SyncRun confirmed = fullPull(held.awaitedPlan());

    assertThat(confirmed.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(confirmed.report().tally().deleted()).isEqualTo(MISSING);
    assertThat(world.titles()).hasSize(RECORDS - MISSING);
  }

  @Test
  void should_show_what_would_be_deleted_under_the_hash_that_is_awaited() {
    assertThat(plan().needsConfirmation()).isFalse();
    SyncRun held = fullPull(null);

    PullPlan plan = plan();

    assertThat(plan.hash()).isEqualTo(held.awaitedPlan());
    assertThat(plan.collections())
        .singleElement()
        .satisfies(home -> assertThat(home.absent()).isEqualTo(MISSING))
        .satisfies(home -> assertThat(home.records()).isEqualTo(RECORDS));
    assertThat(plan.items()).hasSize(MISSING);
    assertThat(plan.items().get(0).title()).isEqualTo("Title 0");
    fullPull(plan.hash());
    assertThat(plan().needsConfirmation()).isFalse();
  }

  private PullPlan plan() {
    return new PullPlans(world.database, world.collections, new Departures())
        .plan(SyncWorld.TENANT, world.connection, SyncWorld.TYPE);
  }

  @Test
  void should_ask_again_when_more_is_absent_than_was_confirmed() {
    SyncRun held = fullPull(null);
    service.forget("home", FakeService.id(MISSING));

    SyncRun again = fullPull(held.awaitedPlan());

    assertThat(again.state()).isEqualTo(RunState.AWAITING_CONFIRMATION);
    assertThat(again.awaitedPlan()).isNotEqualTo(held.awaitedPlan());
    assertThat(world.titles()).hasSize(RECORDS);
  }

  @Test
  void should_forget_it_when_the_items_are_shown_again() {
    fullPull(null);
    service.put("home", 0, MISSING);

    SyncRun run = fullPull(null);

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(world.titles()).hasSize(RECORDS);
  }

  @Test
  void should_delete_at_once_when_the_service_says_that_they_are_gone() {
    for (int i = 0; i < MISSING; i++) {
      service.remove("home", FakeService.id(i));
    }

    SyncRun run = execute(new Wish(Direction.PULL, PullKind.INCREMENTAL, Optional.empty()));

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(world.titles()).hasSize(RECORDS - MISSING);
  }

  private SyncRun fullPull(String confirm) {
    return execute(new Wish(Direction.PULL, PullKind.FULL, Optional.ofNullable(confirm)));
  }

  private SyncRun execute(Wish wish) {
    world.queue.request(world.connection, SyncWorld.TYPE, wish);
    return world.execute(service);
  }
}
