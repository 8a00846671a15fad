package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class SnapshotTest {
  @Parameter Dialect dialect;
  private SyncWorld world;
  private final FakeService service = new FakeService();

  @BeforeEach
  void start() {
    world = new SyncWorld(LiveDatabase.clean(dialect).source());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void should_find_what_is_missing_in_the_same_run_when_the_cursor_expired() {
    service.put("home", 0, 35);
    world.pull(service);
    service.mapped();
    service.forget("home", "e000003");
    service.put("home", "e000004", "Moved to Friday");
    service.expireCursors();

    SyncRun run = world.pull(service);

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(run.report().tally()).isEqualTo(new Tally(0, 1, 1, 33, 0));
    assertThat(service.mapped()).isEqualTo(1);
    assertThat(world.titles()).hasSize(34).containsEntry("e000004", "Moved to Friday");
    assertThat(
            world.rows(
                "select external_id, deleted_reason from record where deleted_at is not null"))
        .containsExactly(List.of("e000003", "absent"));
  }

  @Test
  void should_find_what_is_missing_when_a_full_pull_is_asked_for() {
    service.put("home", 0, 35);
    world.pull(service);
    service.forget("home", "e000003");

    assertThat(world.pull(service).report().tally()).isEqualTo(Tally.NONE);
    assertThat(world.fullPull(service).report().tally()).isEqualTo(new Tally(0, 0, 1, 34, 0));
    assertThat(world.titles()).hasSize(34);
  }

  @Test
  void should_start_again_once_when_the_cursor_expires_within_the_first_pass() {
    service.put("home", 0, 35);
    boolean[] expired = new boolean[1];
    service.answering(
        (from, page) -> {
          if (from.value().endsWith("e000019") && !expired[0]) {
            expired[0] = true;
            service.forget("home", "e000001");
            throw new CursorExpired("The page token is too old");
          }
          return page.get();
        });

    SyncRun run = world.pull(service);

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(world.titles()).hasSize(34).doesNotContainKey("e000001");
  }

  @Test
  void should_fail_when_the_service_expires_even_the_start() {
    service.put("home", 0, 35);
    service.answering(
        (from, page) -> {
          throw new CursorExpired("Gone");
        });

    SyncRun run = world.pull(service);

    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.report().errors())
        .containsExactly(new RunError(null, "CursorExpired", "Calendar home: Gone"));
  }

  @Test
  void should_read_everything_each_time_when_the_service_has_no_cursors() {
    service.put("home", 0, 25);
    service.answering(
        (from, page) ->
            page.get().last() ? Page.last(page.get().items()).ofSnapshot() : page.get());
    world.pull(service);
    service.forget("home", "e000003");
    service.put("home", "e000004", "Moved to Friday");

    SyncRun run = world.pull(service);

    assertThat(run.report().tally()).isEqualTo(new Tally(0, 1, 1, 23, 0));
  }

  @Test
  void should_delete_nothing_when_a_complete_pass_is_no_snapshot() {
    service.put("home", 0, 25);
    world.pull(service);
    service.answering(
        (from, page) ->
            Page.last(List.<Change>of(service.upsert("new", "New", "1")), Cursor.of("w")));

    SyncRun run = world.fullPull(service);

    assertThat(run.report().tally()).isEqualTo(new Tally(1, 0, 0, 0, 0));
    assertThat(world.titles()).hasSize(26);
  }

  @Test
  void should_delete_nothing_when_an_item_moves_to_a_later_page_while_reading() {
    service.put("home", 0, 25);
    world.pull(service);
    service.answering(
        (from, page) ->
            from.isStart()
                ? page.get()
                : Page.last(
                        Stream.concat(page.get().items().stream(), everyItem().stream()).toList(),
                        Cursor.of("sync:999:0"))
                    .ofSnapshot());

    SyncRun run = world.fullPull(service);

    assertThat(run.report().tally().deleted()).isZero();
    assertThat(world.titles()).hasSize(25);
  }

  private List<Change> everyItem() {
    return IntStream.range(0, 25)
        .<Change>mapToObj(i -> service.upsert(FakeService.id(i), "Title " + i, "v" + (i + 1)))
        .toList();
  }

  @Test
  void should_not_take_an_item_for_absent_when_it_could_not_be_understood() {
    service.put("home", 0, 5);
    world.pull(service);
    service.put("home", "e000002", "Strange");
    service.poison("e000002", "Not understood");

    SyncRun run = world.fullPull(service);

    assertThat(run.report().tally()).isEqualTo(new Tally(0, 0, 0, 4, 1));
    assertThat(world.titles()).hasSize(5).containsEntry("e000002", "Title 2");
  }
}
