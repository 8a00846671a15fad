package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.merge.Policy;
import dev.patchbay.host.persistence.Dialect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A collection that the service no longer lists may be a lost permission, and comes back whole. */
@OnBothDatabases
class LostCollectionsTest {
  @Parameter Dialect dialect;

  private final SimulatedCalendar calendar = SimulatedCalendar.empty().withSecond();
  private SyncWorld world;

  @BeforeEach
  void start() {
    world = new SyncWorld(LiveDatabase.clean(dialect).source()).writing(calendar.target());
    world.policy(Policy.REMOTE_WINS);
    calendar.add("lunch1", "Lunch");
    calendar.move("lunch1");
    world.sync(calendar.source());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void should_keep_the_records_and_say_so_when_the_service_no_longer_lists_a_collection() {
    calendar.loseSecond();

    SyncRun run = world.sync(calendar.source());

    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(run.report().errors())
        .singleElement()
        .satisfies(
            note -> assertThat(note.message()).contains("no longer lists the collection Second"));
    assertThat(world.titles()).containsOnlyKeys("lunch1");
    assertThat(world.column("select external_id from collection where lost")).hasSize(1);
  }

  @Test
  void should_let_an_edit_wait_until_its_collection_is_back() {
    world.crm.patch(record(), Map.of("title", "Mine"));
    calendar.loseSecond();

    assertThat(world.sync(calendar.source()).report().sent()).isEqualTo(Sent.NOTHING);

    assertThat(world.rows("select record_id, state from edit"))
        .containsExactly(List.of(record(), "WAITING"));
    assertThat(world.titles()).containsOnlyKeys("lunch1");
    calendar.findSecond();
    assertThat(world.sync(calendar.source()).report().sent()).isEqualTo(Sent.UPDATED);
    assertThat(calendar.event("lunch1").path("summary").asText()).isEqualTo("Mine");
  }

  private String record() {
    return world.column("select id from record").get(0);
  }
}
