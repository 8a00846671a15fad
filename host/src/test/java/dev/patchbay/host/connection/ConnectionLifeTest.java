package dev.patchbay.host.connection;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static dev.patchbay.host.connection.LivingConnection.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.api.McpClient;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.event.Event;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemType;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ConnectionLifeTest {
  @AutoClose private final LivingConnection living;
  private final ConnectWorld world;
  private final String id;

  ConnectionLifeTest(Dialect dialect) {
    living = new LivingConnection(dialect);
    world = living.world;
    id = living.id;
  }

  @Test
  void should_do_nothing_while_it_is_paused() {
    living.changes.pause(TENANT, id);

    assertThat(living.state()).isEqualTo(ConnectionState.PAUSED);
    problem(living::call, ProblemType.CONFLICT);
    problem(() -> living.changes.pause(TENANT, id), ProblemType.CONFLICT);
    living.changes.resume(TENANT, id);
    assertThat(living.call().id()).isEqualTo("ada");
  }

  @Test
  void should_tell_who_follows_when_it_is_paused_and_resumed() {
    living.changes.pause(TENANT, id);
    problem(() -> living.changes.pause(TENANT, id), ProblemType.CONFLICT);
    living.changes.resume(TENANT, id);

    assertThat(world.told().all(TENANT))
        .extracting(Event::type, Event::subject)
        .containsSubsequence(tuple("connection.paused", id), tuple("connection.resumed", id))
        .doesNotHaveDuplicates();
  }

  @Test
  void should_end_a_run_when_the_connection_is_paused_in_the_middle() {
    var source = world.live.sources(TENANT, id, "run_1").get(0);
    living.changes.pause(TENANT, id);

    problem(() -> source.collections(Cursor.start()), ProblemType.CONFLICT);
  }

  @Test
  void should_have_its_new_name_when_it_is_renamed() {
    living.changes.rename(TENANT, id, " Ada's calendar ");

    assertThat(living.connection().name()).isEqualTo("Ada's calendar");
  }

  @Test
  void should_come_back_under_its_id_when_it_is_connected_after_the_end() {
    living.disconnection.run(TENANT, id, RecordDisposal.KEEP);

    assertThat(world.connected()).isEqualTo(id);
    assertThat(living.state()).isEqualTo(ConnectionState.ACTIVE);
  }

  @Test
  void should_not_be_there_for_another_tenant() {
    problem(
        () -> world.live.read(OTHER_TENANT, id, "test", McpClient::check), ProblemType.NOT_FOUND);
    problem(() -> living.check.run(OTHER_TENANT, id), ProblemType.NOT_FOUND);
    problem(() -> living.changes.rename(OTHER_TENANT, id, "mine"), ProblemType.NOT_FOUND);
    problem(() -> living.changes.pause(OTHER_TENANT, id), ProblemType.NOT_FOUND);
    problem(
        () -> living.disconnection.run(OTHER_TENANT, id, RecordDisposal.ERASE),
        ProblemType.NOT_FOUND);
    assertThat(living.state()).isEqualTo(ConnectionState.ACTIVE);
  }
}
