package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.merge.Policy;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordWrite;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Each defence of two-way sync, in the encounter where its absence shows. */
@OnBothDatabases
class SeededBugsTest {
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
  void should_write_nothing_when_an_edit_comes_back_as_an_echo() {
    world.crm.patch(record(), Map.of("title", "Mine"));
    world.sync(calendar.source());
    String seq = seq();

    world.sync(calendar.source());

    guard("the echo was written", seq(), seq);
  }

  @Test
  void should_send_an_edit_when_a_pull_brings_another_field() {
    world.crm.patch(record(), Map.of("title", "Mine"));
    calendar.change("lunch1", Map.of("description", "Theirs"));

    world.sync(calendar.source());

    guard("the pull overwrote the edit", summary(), "Mine");
  }

  @Test
  void should_not_overwrite_what_changed_since_the_last_pull() {
    world.sync(calendar.source());
    world.policy(Policy.REMOTE_WINS);
    world.crm.patch(record(), Map.of("title", "Mine"));
    calendar.change("lunch1", Map.of("summary", "Theirs"));

    run(Direction.PUSH, "*");

    guard("the owner's edit was overwritten", summary(), "Theirs");
  }

  @Test
  void should_make_no_item_anew_that_the_service_has() {
    putLunch();

    run(Direction.PUSH, "*");

    guard("the item is there twice", Integer.toString(calendar.all().size()), "1");
  }

  @Test
  void should_choose_none_of_two_items_that_a_new_record_may_be() {
    calendar.put(
        "lunch2",
        Map.of(
            "iCalUID", "lunch1@google.com",
            "start", Map.of("dateTime", "2026-12-01T12:00:00+01:00"),
            "end", Map.of("dateTime", "2026-12-01T13:00:00+01:00")));
    world.sync(calendar.source());
    putLunch();

    world.sync(calendar.source());

    guard("one was chosen", world.column("select kind from edit").toString(), "[CREATE]");
  }

  private void putLunch() {
    world.crm.put(
        "deal-1",
        world.column("select id from collection").get(0),
        Map.of(
            "uid", "lunch1@google.com",
            "title", "Mine",
            "start", "2026-12-01T12:00:00",
            "timeZone", "Europe/Zurich",
            "duration", "PT1H"));
  }

  @Test
  void should_delete_nothing_when_a_calendar_suddenly_shows_nothing() {
    calendar.delete("lunch1");
    world.queue.request(world.connection, SyncWorld.TYPE, PullKind.FULL);

    world.execute(calendar.source());

    guard("the record was deleted", Integer.toString(world.titles().size()), "1");
  }

  @Test
  void should_keep_a_new_record_when_a_snapshot_does_not_show_it() {
    world.policy(Policy.REMOTE_WINS);
    world.crm.put(
        "deal-7",
        null,
        Map.of(
            "title", "Dinner",
            "start", "2026-12-02T19:00:00",
            "timeZone", "Europe/Zurich",
            "duration", "PT2H"));
    calendar.expireSyncTokens();

    world.sync(calendar.source());

    guard("the new record was taken for a deleted one", calendar.all().size(), 2);
  }

  @Test
  void should_send_nothing_when_nobody_saw_a_plan() {
    world.crm.patch(record(), Map.of("title", "Mine"));

    run(Direction.BOTH, null);

    guard("a first push went without a word", summary(), "Lunch");
  }

  @Test
  void should_send_nothing_when_the_plan_is_another_by_now() {
    world.crm.patch(record(), Map.of("title", "Mine"));
    String seen = run(Direction.BOTH, null).awaitedPlan();
    world.crm.patch(record(), Map.of("title", "Something else"));

    run(Direction.BOTH, seen);

    guard("a word counted for a plan that nobody saw", summary(), "Lunch");
  }

  @Test
  void should_remember_both_values_when_a_policy_decided() {
    world.policy(Policy.REMOTE_WINS);
    world.crm.patch(record(), Map.of("title", "Mine"));
    calendar.change("lunch1", Map.of("summary", "Theirs"));

    world.sync(calendar.source());

    guard(
        "an edit was gone without a word",
        world.column("select crm_value from conflict").toString(),
        "[\"Mine\"]");
  }

  @Test
  void should_send_the_newer_edit_when_one_came_while_an_older_was_sent() {
    AtomicBoolean once = new AtomicBoolean();
    world.crm.patch(record(), Map.of("title", "Mine"));
    world.watch(
        step -> {
          if (step == Step.MARKED && once.compareAndSet(false, true)) {
            world.crm.patch(record(), Map.of("title", "Mine, newer"));
          }
        });

    world.sync(calendar.source());
    world.sync(calendar.source());

    guard("the newer edit was lost", summary(), "Mine, newer");
  }

  @Test
  void should_tell_of_a_change_whose_writer_commits_later_than_the_next() {
    FeedReader reader = new FeedReader();
    CompletableFuture<Boolean> quick =
        world.database.write(
            slow -> {
              insert(slow, "rec_slow");
              CompletableFuture<Boolean> other =
                  CompletableFuture.supplyAsync(this::insertAtOnce, world.executor);
              other.copy().completeOnTimeout(false, 300, TimeUnit.MILLISECONDS).join();
              reader.readOn(world);
              return other;
            });
    quick.join();

    reader.readOn(world);

    guard("a change was missed", reader.copy().keySet(), world.data().keySet());
  }

  private boolean insertAtOnce() {
    return world.database.write(quick -> insert(quick, "rec_quick"));
  }

  private boolean insert(Connection database, String id) throws SQLException {
    long seq = world.records.takeChanges(database, SyncWorld.TENANT, 1);
    RecordScope scope = new RecordScope(SyncWorld.TENANT, "con_2", SyncWorld.TYPE, "col_2");
    RecordWrite write = new RecordWrite(id, id, null, "", "{}");
    world.records.insert(database, scope, List.of(write), seq, Instant.now());
    return true;
  }

  private SyncRun run(Direction direction, String confirm) {
    world.queue.request(
        world.connection,
        SyncWorld.TYPE,
        new Wish(direction, PullKind.INCREMENTAL, Optional.ofNullable(confirm)));
    return world.execute(calendar.source());
  }

  private String record() {
    return world.column("select id from record where external_id = 'lunch1'").get(0);
  }

  private String summary() {
    return calendar.event("lunch1").path("summary").asText();
  }

  private String seq() {
    return world.column("select last_seq from change_counter").get(0);
  }

  private static void guard(String bug, Object actual, Object expected) {
    assertThat(actual)
        .overridingErrorMessage("let through: %s: %s instead of %s", bug, actual, expected)
        .isEqualTo(expected);
  }
}
