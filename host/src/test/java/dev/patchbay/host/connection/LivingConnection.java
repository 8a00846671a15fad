package dev.patchbay.host.connection;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.Account;
import dev.patchbay.api.McpClient;
import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.fixture.HeardEvent;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A connection that stands, with all that can be done to it. */
final class LivingConnection implements AutoCloseable {
  final ConnectWorld world;
  final ConnectionCheck check;
  final ConnectionChanges changes;
  final Disconnection disconnection;
  final String id;

  LivingConnection(Dialect dialect) {
    world = new ConnectWorld(dialect);
    check = new ConnectionCheck(world.live, world.news);
    changes =
        new ConnectionChanges(
            world.connections,
            new ConnectionFeed(world.events),
            new HeardEvent<>(),
            world.database.transactions(),
            world.clock);
    disconnection = world.disconnection();
    id = world.connected();
    world.server.tokenRequests().clear();
  }

  Account call() {
    return call(id);
  }

  Account call(String connectionId) {
    return world.live.read(TENANT, connectionId, "test", McpClient::check);
  }

  ConnectionState state() {
    return connection().state();
  }

  Connection connection() {
    return world.inTransaction(() -> world.connections.find(TENANT, id).orElseThrow());
  }

  long pendingRevocations() {
    return world.inTransaction(
        () ->
            world
                .database
                .entities()
                .createQuery("select count(r) from PendingRevocation r", Long.class)
                .getSingleResult());
  }

  static void problem(ThrowingCallable call, ProblemType expected) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.type()).isEqualTo(expected));
  }

  @Override
  public void close() {
    world.close();
  }
}
