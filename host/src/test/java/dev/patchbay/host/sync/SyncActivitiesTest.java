package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class SyncActivitiesTest {
  @Parameter Dialect dialect;

  @Test
  void should_tell_what_is_kept_in_sync_and_nothing_where_nothing_is() {
    try (SyncWorld world = new SyncWorld(LiveDatabase.clean(dialect).source())) {
      var activities =
          new SyncActivities(world.database, world.runs, new SyncTasks(), world.collections)
              .of(SyncWorld.TENANT, List.of(world.connection, "con_2"));

      assertThat(activities.get(world.connection).types()).containsExactly(SyncWorld.TYPE);
      assertThat(activities.get("con_2").types()).isEmpty();
    }
  }
}
