package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.sync.Page;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A sync that gets nowhere says so, although each of its runs looks as usual. */
@OnBothDatabases
class StallTest {
  @Parameter Dialect dialect;

  private final FakeService service = new FakeService().put("home", 0, 5);
  private SyncWorld world;

  @BeforeEach
  void start() {
    world = new SyncWorld(LiveDatabase.clean(dialect).source());
    sync();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void should_stall_when_the_service_shows_changes_and_its_cursor_stands_still_in_three_runs() {
    standStill();
    sync();
    sync();
    assertThat(world.stalled()).isEmpty();

    sync();

    assertThat(world.stalled().orElseThrow())
        .contains("Calendar home", "3 runs", "its cursor stays where it was");
    sync();
    assertThat(world.stallsTold).as("told once").containsExactly("connection.stalled");
  }

  @Test
  void should_move_again_by_itself_when_the_cursor_does() {
    standStill();
    sync();
    sync();
    sync();
    service.answering((from, page) -> page.get());
    service.put("home", "e000001", "Changed");

    sync();

    assertThat(world.stalled()).isEmpty();
    assertThat(world.stallsTold).containsExactly("connection.stalled", "connection.moving");
    standStill();
    sync();
    sync();
    assertThat(world.stalled()).as("counted from nothing").isEmpty();
  }

  @Test
  void should_not_stall_when_nothing_happens_at_the_service() {
    for (int i = 0; i < 5; i++) {
      sync();
    }

    assertThat(world.stalled()).isEmpty();
    assertThat(world.stallsTold).isEmpty();
  }

  @Test
  void should_stall_when_a_collection_cannot_be_read_in_three_runs() {
    service.put("work", "w", "W");
    sync();
    service.answering(
        (from, page) -> {
          throw new Rejected("the cursor is of another kind");
        });

    assertThat(List.of(sync().state(), sync().state(), sync().state()))
        .containsOnly(RunState.FAILED);

    assertThat(world.stalled().orElseThrow())
        .contains("Calendar home", "Calendar work", "the cursor is of another kind");
  }

  @Test
  void should_not_stall_when_the_service_is_down_for_a_while() {
    service.answering(
        (from, page) -> {
          throw new Unavailable("down for repair");
        });
    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(this::sync).hasMessage("down for repair");
    }
    service.answering((from, page) -> page.get());

    assertThat(sync().state()).isEqualTo(RunState.SUCCEEDED);

    assertThat(world.stalled()).isEmpty();
  }

  @Test
  void should_stall_and_delete_nothing_when_a_collection_that_held_something_shows_nothing() {
    forgetAll();

    SyncRun run = sync(PullKind.FULL, null);

    assertThat(run.state()).isEqualTo(RunState.AWAITING_CONFIRMATION);
    assertThat(world.titles()).hasSize(5);
    assertThat(world.stalled().orElseThrow())
        .contains("shows nothing of the collection Calendar home", "5 records");
    assertThat(sync().state()).isEqualTo(RunState.AWAITING_CONFIRMATION);
    assertThat(world.titles()).hasSize(5);
  }

  @Test
  void should_not_stall_when_only_records_are_not_shown_that_the_service_never_had() {
    FakeService empty = new FakeService().collection("empty");
    world.queue.request(world.connection, SyncWorld.TYPE, PullKind.INCREMENTAL);
    empty.put("home", 0, 5);
    world.execute(empty);
    world.crm.put(
        "deal-1",
        world.column("select id from collection where external_id = 'empty'").get(0),
        Map.of("title", "Mine", "start", "2026-12-02T19:00:00"));
    world.queue.request(world.connection, SyncWorld.TYPE, PullKind.FULL);

    SyncRun run = world.execute(empty);

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(world.stalled()).isEmpty();
    assertThat(world.titles()).hasSize(6);
  }

  @Test
  void should_delete_and_move_on_when_a_person_confirms_that_all_is_gone() {
    forgetAll();
    SyncRun held = sync(PullKind.FULL, null);

    SyncRun run = sync(PullKind.INCREMENTAL, held.awaitedPlan());

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(world.titles()).isEmpty();
    assertThat(world.stalled()).isEmpty();
    assertThat(world.stallsTold).containsExactly("connection.stalled", "connection.moving");
  }

  @Test
  void should_move_on_when_everything_is_read_again_and_shown() {
    forgetAll();
    sync(PullKind.FULL, null);
    service.put("home", 0, 5);

    SyncRun run = sync(PullKind.FULL, null);

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(world.titles()).hasSize(5);
    assertThat(world.stalled()).isEmpty();
  }

  @Test
  void should_stall_when_no_collection_is_listed_any_more_and_move_on_when_one_is() {
    service.dropCollection("home");
    sync();
    assertThat(world.stalled().orElseThrow()).contains("lists no collection any more", "1 before");
    assertThat(world.titles()).hasSize(5);
    service.put("home", 0, 5);

    sync();

    assertThat(world.stalled()).isEmpty();
  }

  /** Shows another change each time, always from the same cursor. */
  private void standStill() {
    AtomicInteger version = new AtomicInteger();
    service.answering(
        (from, page) ->
            Page.last(
                List.of(service.upsert("e000001", "Again", "again" + version.incrementAndGet())),
                from));
  }

  private void forgetAll() {
    for (int i = 0; i < 5; i++) {
      service.forget("home", FakeService.id(i));
    }
  }

  private SyncRun sync() {
    return sync(PullKind.INCREMENTAL, null);
  }

  private SyncRun sync(PullKind kind, String confirm) {
    world.queue.request(
        world.connection,
        SyncWorld.TYPE,
        new Wish(Direction.PULL, kind, Optional.ofNullable(confirm)));
    return world.execute(service);
  }
}
