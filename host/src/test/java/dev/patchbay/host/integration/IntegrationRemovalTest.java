package dev.patchbay.host.integration;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.McpClient;
import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.connection.ConnectionState;
import dev.patchbay.host.connection.RecordDisposal;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class IntegrationRemovalTest {
  @AutoClose private final ConnectWorld world;
  private IntegrationSetup setup;
  private String connectionId;

  IntegrationRemovalTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
  }

  @BeforeEach
  void connect() {
    setup = world.setup;
    connectionId = world.connected();
  }

  @Test
  void should_count_the_connections_that_live() {
    var second = world.connectedFor("ann");
    assertThat(setup.get(TENANT, world.integrationId).connections()).isEqualTo(2);

    world.disconnection().run(TENANT, second, RecordDisposal.KEEP);

    assertThat(setup.get(TENANT, world.integrationId).connections()).isEqualTo(1);
  }

  @Test
  void should_stay_when_something_is_connected() {
    conflict(() -> setup.remove(TENANT, world.integrationId), "1 connection(s)");
  }

  @Test
  void should_leave_the_disconnected_readable_when_it_goes() {
    world.disconnection().run(TENANT, connectionId, RecordDisposal.KEEP);

    setup.remove(TENANT, world.integrationId);

    var left =
        world.inTransaction(() -> world.connections.find(TENANT, connectionId).orElseThrow());
    assertThat(left.state()).isEqualTo(ConnectionState.DISCONNECTED);
    conflict(
        () -> world.live.read(TENANT, connectionId, "test", McpClient::check),
        "its integration was removed");
  }

  private static void conflict(ThrowingCallable call, String words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT))
        .hasMessageContaining(words);
  }
}
