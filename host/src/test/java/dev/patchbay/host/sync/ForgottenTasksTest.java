package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.sync.Source;
import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.SampleConnection;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.persistence.Dialect;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class ForgottenTasksTest implements Sources {
  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final String FORGOTTEN = "con_2";

  @Parameter Dialect dialect;
  private final SettableClock clock = new SettableClock();
  private final List<String> asked = new ArrayList<>();
  private Supplier<List<Source>> offer = List::of;
  @AutoClose private SyncWorld world;
  @AutoClose private SyncSchedule schedule;
  private ForgottenTasks forgotten;

  @BeforeEach
  void start() {
    TestDatabase database = TestDatabase.clean(dialect);
    SampleConnection.insert(database, new Holder(SyncWorld.TENANT, FORGOTTEN));
    world = new SyncWorld(database.dataSource());
    Pace pace = new Pace(Duration.ofHours(1), Clock.systemUTC(), new Random(1));
    schedule =
        new SyncSchedule(
            new Synchronizer(
                world.queue, world.rounds(), new Consequences(world.queue, pace), this),
            world.queue,
            pace,
            world.clock,
            Turns.among(1, dialect),
            task -> Scheduler.create(database.dataSource(), task).serializer(new NoData()));
    forgotten = new ForgottenTasks(world.database, new Syncs(world.queue, schedule, this), clock);
  }

  @Override
  public Readiness readiness(String tenantId, String connectionId) {
    return Readiness.READY;
  }

  @Override
  public List<Source> of(String tenantId, String connectionId, String runId) {
    asked.add(connectionId);
    return offer.get();
  }

  @Test
  void should_begin_what_nobody_keeps_in_sync() {
    offer = () -> List.of(new FakeService());

    look(3);

    assertThat(asked).containsExactly(FORGOTTEN);
    assertThat(kept()).containsExactly(SyncWorld.TYPE);
  }

  @Test
  void should_ask_a_connection_that_offers_nothing_ever_more_seldom() {
    look(60);
    assertThat(asked).as("in the first hour").hasSize(6);

    look(5 * 60);
    assertThat(asked).as("in five more").hasSize(6 + 5);
  }

  @Test
  void should_begin_what_a_connection_offers_later() {
    look(1);
    offer = () -> List.of(new FakeService());

    look(1);

    assertThat(kept()).containsExactly(SyncWorld.TYPE);
  }

  @Test
  void should_ask_at_each_look_while_the_plugin_cannot_tell() {
    offer =
        () -> {
          throw new Unavailable("The plugin is not in use");
        };

    look(10);

    assertThat(asked).hasSize(10);
  }

  @Test
  void should_restore_a_task_that_fell_out_of_the_timetable() {
    world.queue.open(SyncWorld.TENANT, FORGOTTEN, SyncWorld.TYPE);

    look(1);

    assertThat(world.column("select task_instance from scheduled_tasks"))
        .contains("ten_1/con_2/event");
  }

  @Test
  void should_look_for_a_task_under_its_own_name_alone() {
    world.queue.open(SyncWorld.TENANT, FORGOTTEN, SyncWorld.TYPE);
    schedule("ten_2/con_2/event");

    look(1);

    assertThat(world.column("select task_instance from scheduled_tasks"))
        .contains("ten_1/con_2/event");
  }

  private void schedule(String task) {
    world.database.write(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
                    + " version) values ('pull', '"
                    + task
                    + "', current_timestamp, false, 1)");
          }
        });
  }

  private List<String> kept() {
    return world.column("select type from sync_task where connection_id = '" + FORGOTTEN + "'");
  }

  private void look(int times) {
    for (int i = 0; i < times; i++) {
      forgotten.restore();
      clock.advance(LOOK);
    }
  }
}
