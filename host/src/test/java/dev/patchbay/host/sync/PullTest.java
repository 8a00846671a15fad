package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.item.Version;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.sync.LiveDatabase.RowCounter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class PullTest {
  @Parameter Dialect dialect;
  private LiveDatabase database;
  private SyncWorld world;
  private final FakeService service = new FakeService();

  @BeforeEach
  void start() {
    database = LiveDatabase.clean(dialect);
    world = new SyncWorld(database.source());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void should_store_every_item_of_every_collection_when_pulled_first() {
    service.put("home", 0, 37).put("work", 100, 105);

    SyncRun run = world.pull(service);

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(run.report().tally()).isEqualTo(new Tally(42, 0, 0, 0, 0));
    assertThat(world.titles()).hasSize(42).containsEntry("e000036", "Title 36");
    assertThat(world.column("select change_seq from record order by change_seq"))
        .hasSize(42)
        .startsWith("1")
        .endsWith("42");
    assertThat(world.rows("select external_id, records from collection order by external_id"))
        .containsExactly(List.of("home", "37"), List.of("work", "5"));
  }

  @Test
  void should_write_no_row_and_map_no_item_when_nothing_changed() {
    service.put("home", 0, 37);
    world.pull(service);
    service.mapped();
    try (RowCounter counter = database.counter()) {
      SyncRun incremental = world.pull(service);
      SyncRun full = world.fullPull(service);

      assertThat(counter.rowsWritten()).isZero();
      assertThat(service.mapped()).isZero();
      assertThat(incremental.report().tally()).isEqualTo(Tally.NONE);
      assertThat(full.report().tally()).isEqualTo(new Tally(0, 0, 0, 37, 0));
    }
  }

  @Test
  void should_count_the_rows_when_something_changed() {
    service.put("home", 0, 5);
    world.pull(service);
    try (RowCounter counter = database.counter()) {
      service.put("home", "e000003", "Moved to Friday");

      world.pull(service);

      assertThat(counter.rowsWritten()).as("one record and the counter").isEqualTo(2);
    }
  }

  @Test
  void should_bring_changes_alone_when_pulled_again() {
    service.put("home", 0, 37);
    world.pull(service);
    List<String> ids = world.column("select id from record order by external_id");
    service.mapped();
    service.put("home", "e000003", "Moved to Friday").put("home", "e900000", "New");
    service.remove("home", "e000004");
    service.remove("home", "e777777");

    SyncRun run = world.pull(service);

    assertThat(run.report().tally()).isEqualTo(new Tally(1, 1, 1, 1, 0));
    assertThat(service.mapped()).isEqualTo(2);
    assertThat(world.titles())
        .hasSize(37)
        .containsEntry("e000003", "Moved to Friday")
        .containsEntry("e900000", "New")
        .doesNotContainKeys("e000004", "e777777");
    assertThat(world.column("select id from record order by external_id")).containsAll(ids);
    assertThat(
            world.rows(
                "select external_id, deleted_reason from record where change_seq > 37"
                    + " order by external_id"))
        .extracting(List::toString)
        .containsExactly("[e000003, null]", "[e000004, cancelled]", "[e900000, null]");
  }

  @Test
  void should_keep_the_record_id_when_a_deleted_item_comes_back() {
    service.put("home", "a", "There");
    world.pull(service);
    List<String> id = world.column("select id from record");
    service.remove("home", "a");
    world.pull(service);
    service.put("home", "a", "There again");

    SyncRun run = world.pull(service);

    assertThat(run.report().tally()).isEqualTo(new Tally(1, 0, 0, 0, 0));
    assertThat(world.column("select id from record")).isEqualTo(id);
    assertThat(world.titles()).containsExactly(Map.entry("a", "There again"));
    assertThat(world.column("select records from collection")).containsExactly("1");
  }

  @Test
  void should_set_an_item_aside_and_go_on_when_it_cannot_be_understood() {
    service.put("home", 0, 25);
    service.poison("e000007", "The recurrence rule FREQ=NEVER is not understood");

    SyncRun run = world.pull(service);

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(run.report().tally()).isEqualTo(new Tally(24, 0, 0, 0, 1));
    assertThat(run.report().errors())
        .containsExactly(
            new RunError(
                "e000007", "Rejected", "The recurrence rule FREQ=NEVER is not understood"));
    assertThat(world.titles()).hasSize(24).doesNotContainKey("e000007");
  }

  @Test
  void should_set_items_aside_when_the_plugin_breaks_on_them() {
    service.collection("home");
    service.answering(
        (from, page) ->
            Page.<Change>last(
                List.of(
                    Change.upsert("null", null, "1", () -> null),
                    Change.upsert("deep", null, "1", PullTest::endless),
                    Change.upsert("missing", null, "1", PullTest::missing),
                    Change.upsert("nul\0", null, "1", () -> null),
                    Change.upsert("x".repeat(2_000), null, "1", () -> null),
                    Change.upsert("half", new Version("\ud800"), "1", () -> null),
                    service.upsert("fine", "Fine", "1")),
                Cursor.of("next")));

    SyncRun run = world.pull(service);

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(run.report().tally()).isEqualTo(new Tally(1, 0, 0, 0, 6));
    assertThat(run.report().errors())
        .extracting(RunError::message)
        .allMatch(text -> !text.isBlank());
    assertThat(world.titles()).containsOnlyKeys("fine");
  }

  private static Item endless() {
    throw new StackOverflowError();
  }

  private static Item missing() {
    throw new NoClassDefFoundError("com/example/Gone");
  }

  @Test
  void should_keep_the_latest_when_an_item_comes_more_than_once() {
    service.collection("home").pageSize(3);
    service.answering(
        (from, page) ->
            from.isStart()
                ? Page.more(
                    List.of(
                        service.upsert("a", "First", "1"),
                        service.upsert("a", "Second", "2"),
                        service.upsert("b", "B", "1")),
                    Cursor.of("2"))
                : Page.last(
                    List.of(
                        service.upsert("a", "Third", "3"),
                        service.upsert("b", "B", "1"),
                        service.upsert("c", "C", "1"),
                        Change.gone("c", "cancelled")),
                    Cursor.of("next")));

    SyncRun run = world.pull(service);

    assertThat(run.report().tally()).isEqualTo(new Tally(2, 1, 0, 4, 0));
    assertThat(world.titles()).containsExactly(Map.entry("a", "Third"), Map.entry("b", "B"));
  }

  @Test
  void should_keep_the_latest_when_an_item_comes_again_while_it_is_written() {
    service.collection("home");
    List<Change> many =
        IntStream.range(0, 4_000)
            .<Change>mapToObj(i -> service.upsert("m" + i, "First", "1"))
            .toList();
    service.answering(
        (from, page) ->
            from.isStart()
                ? Page.more(many, Cursor.of("2"))
                : Page.last(
                    List.of(
                        service.upsert("m0", "Second", "2"), service.upsert("m3999", "First", "1")),
                    Cursor.of("next")));

    SyncRun run = world.pull(service);

    assertThat(run.report().tally()).isEqualTo(new Tally(4_000, 1, 0, 1, 0));
    assertThat(world.titles()).hasSize(4_000).containsEntry("m0", "Second");
  }

  @Test
  void should_fail_with_the_reason_when_pages_run_in_a_circle() {
    service.put("home", 0, 25);
    service.answering(
        (from, page) -> Page.more(List.of(service.upsert("a", "A", "1")), Cursor.of("p")));

    SyncRun run = world.pull(service);

    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.report().errors())
        .singleElement()
        .extracting(RunError::message)
        .asString()
        .contains("Calendar home", "circle", "page cursor p came twice");
  }

  @Test
  void should_pull_the_other_collections_when_one_is_refused() {
    service.put("home", 0, 3).put("locked", 10, 13).put("work", 20, 23);
    service.answering(
        (from, page) -> {
          if (page.get().items().get(0).externalId().equals("e000010")) {
            throw new Rejected("403: You need to have reader access to this calendar.");
          }
          return page.get();
        });

    SyncRun run = world.pull(service);

    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.report().errors())
        .containsExactly(
            new RunError(
                null,
                "Rejected",
                "Calendar locked: 403: You need to have reader access to this calendar."));
    assertThat(world.titles()).hasSize(6);
  }

  @Test
  void should_keep_what_was_read_when_the_service_fails_in_between() {
    service.put("home", 0, 95);
    service.answering(
        (from, page) -> {
          if (from.value().endsWith("e000049")) {
            throw new Unavailable("503 Backend Error");
          }
          return page.get();
        });

    assertThatThrownBy(() -> world.pull(service)).isInstanceOf(Unavailable.class);

    assertThat(world.titles()).hasSize(50);
    assertThat(world.activeRun().state()).isEqualTo(RunState.RUNNING);
    assertThat(world.activeRun().report().tally().created()).isEqualTo(50);
  }

  @Test
  void should_keep_the_records_when_a_collection_is_no_longer_listed() {
    service.put("home", 0, 5).put("shared", 10, 15);
    world.pull(service);
    service.dropCollection("shared");

    SyncRun first = world.pull(service);
    SyncRun second = world.fullPull(service);

    assertThat(first.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(first.report().errors())
        .singleElement()
        .extracting(RunError::message)
        .asString()
        .contains("no longer lists the collection Calendar shared", "records stay");
    assertThat(second.report().errors()).isEmpty();
    assertThat(world.titles()).hasSize(10);
    assertThat(world.column("select external_id from collection where lost"))
        .containsExactly("shared");

    service.put("shared", 10, 16);
    world.pull(service);

    assertThat(world.titles()).hasSize(11);
    assertThat(world.column("select external_id from collection where lost")).isEmpty();
  }
}
