package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.persistence.Dialect;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/** A lunch that is in sync, in the first of an account's two calendars. */
abstract class LunchInTwoCalendars {
  @Parameter Dialect dialect;

  final SimulatedCalendar calendar = SimulatedCalendar.empty().withSecond();
  SyncWorld world;

  @BeforeEach
  void start() {
    world = new SyncWorld(LiveDatabase.clean(dialect).source()).writing(calendar.target());
    calendar.add("lunch1", "Lunch");
    sync();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  final SyncRun sync() {
    return world.sync(calendar.source());
  }

  /** The process dies when it has reached the step for the first time. */
  final void dieAt(Step step) {
    world.watch(
        reached -> {
          if (reached == step) {
            throw new IllegalStateException("killed");
          }
        });
    assertThatThrownBy(this::sync).hasMessage("killed");
    world.watch(Steps.UNWATCHED);
  }

  /** Something happens beside the sync when that has reached the step for the first time. */
  final void atFirst(Step place, Runnable what) {
    AtomicBoolean once = new AtomicBoolean();
    world.watch(
        step -> {
          if (step == place && once.compareAndSet(false, true)) {
            what.run();
          }
        });
  }

  /** The lunch's record. */
  final String record() {
    return record("lunch1");
  }

  final String record(String item) {
    return living("id", item);
  }

  /** The collection that the lunch's record is in. */
  final String place() {
    return living("collection_id", "lunch1");
  }

  private String living(String column, String item) {
    return world
        .column(
            "select %s from record where external_id = '%s' and deleted_at is null"
                .formatted(column, item))
        .get(0);
  }

  final String first() {
    return world.column("select id from collection where is_primary").get(0);
  }

  final String second() {
    return world.column("select id from collection where not is_primary").get(0);
  }

  /** One more sync has nothing to do on either side. */
  final void assertAtRest() {
    String state = calendar.state();
    List<String> seq = world.column("select last_seq from change_counter");
    assertThat(sync().report().sent()).isEqualTo(Sent.NOTHING);
    assertThat(calendar.state()).isEqualTo(state);
    assertThat(world.column("select last_seq from change_counter")).isEqualTo(seq);
    assertThat(world.column("select state from edit")).isEmpty();
  }
}
