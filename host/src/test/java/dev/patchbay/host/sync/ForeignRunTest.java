package dev.patchbay.host.sync;

import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Sync runs, looked at by another tenant than their own. */
@OnBothDatabases
class ForeignRunTest {
  private static final String NEWEST = "run_~";

  @AutoClose private final SyncWorld world;
  private final String id;

  ForeignRunTest(Dialect dialect) {
    world = new SyncWorld(LiveDatabase.clean(dialect).source());
    id = world.pull(new FakeService()).id();
  }

  @Test
  void should_not_show_a_run_when_it_is_of_another_tenant() {
    assertThat(world.run(id)).isNotNull();
    assertClosed(
        world.database.read(db -> world.runs.find(db, "ten_other", id)).isPresent(), "their run");
  }

  @Test
  void should_not_list_runs_when_they_are_of_another_tenant() {
    assertClosed(
        !world
            .database
            .read(db -> world.runs.list(db, "ten_other", RunFilter.NONE, NEWEST, 10))
            .isEmpty(),
        "their runs");
  }

  @Test
  void should_not_list_runs_of_a_connection_when_it_is_of_another_tenant() {
    assertClosed(
        !world
            .database
            .read(db -> world.runs.list(db, "ten_other", "con_1", RunFilter.NONE, NEWEST, 10))
            .isEmpty(),
        "the runs of their connection");
  }
}
