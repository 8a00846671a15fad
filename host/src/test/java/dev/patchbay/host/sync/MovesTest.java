package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** An item that its owner moves to another collection stays one record. */
@OnBothDatabases
class MovesTest {
  @Parameter Dialect dialect;

  private final FeedReader feed = new FeedReader();
  private SyncWorld world;

  @BeforeEach
  void start() {
    world = new SyncWorld(LiveDatabase.clean(dialect).source());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void should_keep_the_record_when_its_item_moves_on_or_back() {
    FakeService service = new FakeService().put("home", "a", "A").put("work", "b", "B");
    world.pull(service);
    List<List<String>> before = records();

    move(service, "home", "a", "work");
    move(service, "work", "b", "home");
    SyncRun run = world.pull(service);

    assertThat(records()).isEqualTo(before);
    assertThat(places()).containsExactly(List.of("a", "work"), List.of("b", "home"));
    assertThat(world.column("select records from collection order by external_id"))
        .containsExactly("1", "1");
    assertThat(run.report().tally()).isEqualTo(new Tally(0, 2, 0, 1, 0));
    assertThat(world.column("select external_id from departure")).isEmpty();
  }

  @Test
  void should_tell_the_crm_of_a_changed_record_and_of_no_deletion_when_an_item_moves() {
    FakeService service = new FakeService().put("home", "a", "A").put("work", "b", "B");
    world.pull(service);
    feed.readOn(world);
    move(service, "home", "a", "work");
    world.watch(step -> feed.readOn(world));

    world.pull(service);

    feed.readOn(world);
    assertThat(feed.copy()).hasSize(2).isEqualTo(world.data());
    assertThat(feed.tombstones()).isZero();
  }

  @Test
  void should_delete_when_an_item_left_and_came_to_no_other_collection() {
    FakeService service = new FakeService().put("home", 0, 3).put("work", "b", "B");
    world.pull(service);
    service.remove("home", FakeService.id(0));
    service.forget("home", FakeService.id(1));

    world.fullPull(service);

    assertThat(world.titles()).containsOnlyKeys(FakeService.id(2), "b");
    assertThat(world.column("select records from collection order by external_id"))
        .containsExactly("1", "1");
  }

  @Test
  void should_make_another_record_when_an_item_is_copied() {
    FakeService service = new FakeService().put("home", "a", "A").put("work", "b", "B");
    world.pull(service);
    service.put("work", "a", "A");

    world.pull(service);

    assertThat(places())
        .containsExactly(List.of("a", "home"), List.of("a", "work"), List.of("b", "work"));
  }

  @Test
  void should_take_an_edit_along_when_the_item_was_moved() {
    SimulatedCalendar calendar = SimulatedCalendar.empty().withSecond();
    calendar.add("lunch1", "Lunch");
    world.writing(calendar.target()).sync(calendar.source());
    String home = calendar.calendarOf("lunch1");
    world.crm.patch(records().get(0).get(0), Map.of("title", "Mine"));
    calendar.move("lunch1");

    world.sync(calendar.source());

    assertThat(calendar.calendarOf("lunch1")).isNotEqualTo(home);
    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Mine");
    assertThat(calendar.all()).hasSize(1);
    assertThat(records()).hasSize(1);
  }

  @Test
  void should_follow_an_item_that_is_moved_while_its_edit_is_sent() {
    SimulatedCalendar calendar = SimulatedCalendar.empty().withSecond();
    calendar.add("lunch1", "Lunch");
    world.writing(calendar.target()).sync(calendar.source());
    world.crm.patch(records().get(0).get(0), Map.of("title", "Mine"));
    AtomicBoolean once = new AtomicBoolean();
    world.watch(
        step -> {
          if (step == Step.MARKED && once.compareAndSet(false, true)) {
            calendar.move("lunch1");
          }
        });

    world.sync(calendar.source());
    world.sync(calendar.source());

    assertThat(calendar.all()).hasSize(1);
    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Mine");
    assertThat(records()).hasSize(1);
  }

  private static void move(FakeService service, String from, String id, String to) {
    service.remove(from, id);
    service.put(to, id, id.toUpperCase(Locale.ROOT));
  }

  private List<List<String>> records() {
    return world.rows(
        "select id, external_id from record where deleted_at is null order by external_id");
  }

  private List<List<String>> places() {
    return world.rows(
        "select r.external_id, c.external_id from record r join collection c"
            + " on c.id = r.collection_id where r.deleted_at is null order by 1, 2");
  }
}
