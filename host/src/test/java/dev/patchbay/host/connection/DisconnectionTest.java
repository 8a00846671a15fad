package dev.patchbay.host.connection;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static dev.patchbay.host.connection.LivingConnection.problem;
import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.fixture.AuthorizationServer.Answer;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemType;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A connection ends, and its consent with it. */
@OnBothDatabases
class DisconnectionTest {
  @AutoClose private final LivingConnection living;
  private final ConnectWorld world;
  private final String id;

  DisconnectionTest(Dialect dialect) {
    living = new LivingConnection(dialect);
    world = living.world;
    id = living.id;
  }

  @Test
  void should_revoke_and_forget_the_grant_when_it_is_disconnected() {
    living.disconnection.run(TENANT, id, RecordDisposal.ERASE);

    assertThat(living.state()).isEqualTo(ConnectionState.DISCONNECTED);
    assertThat(world.grants.find(living.connection().holder())).isEmpty();
    assertThat(world.server.revoked()).singleElement().asString().startsWith("refresh-");
    assertThat(world.ended.heard()).contains(new ConnectionEnded(TENANT, id, RecordDisposal.ERASE));
    assertThat(living.pendingRevocations()).isZero();
    problem(living::call, ProblemType.CONFLICT);
    problem(() -> living.check.run(TENANT, id), ProblemType.CONFLICT);
  }

  @Test
  void should_do_no_harm_when_it_is_disconnected_twice() {
    living.disconnection.run(TENANT, id, RecordDisposal.KEEP);
    living.disconnection.run(TENANT, id, RecordDisposal.ERASE);

    assertThat(world.server.revoked()).hasSize(1);
    assertThat(living.state()).isEqualTo(ConnectionState.DISCONNECTED);
  }

  @Test
  void should_tell_once_that_it_has_ended_when_it_is_disconnected_twice() {
    living.disconnection.run(TENANT, id, RecordDisposal.KEEP);
    living.disconnection.run(TENANT, id, RecordDisposal.KEEP);
    assertThat(world.discarded.heard()).isEmpty();
    living.disconnection.run(TENANT, id, RecordDisposal.ERASE);

    assertThat(world.ended.heard())
        .containsExactly(new ConnectionEnded(TENANT, id, RecordDisposal.KEEP));
    assertThat(world.discarded.heard()).containsExactly(new RecordsDiscarded(TENANT, id));
  }

  @Test
  void should_revoke_later_when_the_service_is_down() {
    world.server.revokeFault = answer -> new Answer(503, Map.of(), "");
    living.disconnection.run(TENANT, id, RecordDisposal.KEEP);
    assertThat(living.state()).isEqualTo(ConnectionState.DISCONNECTED);
    assertThat(living.pendingRevocations()).isEqualTo(1);

    world.server.revokeFault = UnaryOperator.identity();
    world.revocations.attemptAll();

    assertThat(world.server.revoked()).hasSize(1);
    assertThat(living.pendingRevocations()).isZero();
  }

  @Test
  void should_revoke_the_others_when_what_is_kept_of_one_does_not_open() {
    world.server.revokeFault = answer -> new Answer(503, Map.of(), "");
    living.disconnection.run(TENANT, id, RecordDisposal.KEEP);
    spoilPendingRevocations();
    world.server.account = "bob";
    living.disconnection.run(TENANT, world.connected(), RecordDisposal.KEEP);
    world.server.revokeFault = UnaryOperator.identity();

    assertClosed(revocationFails(), "one bad row keeps all others from being revoked");

    assertThat(world.server.revoked()).hasSize(1);
    assertThat(living.pendingRevocations()).as("what does not open is not forgotten").isEqualTo(1);
  }

  @Test
  void should_not_try_for_ever_when_the_service_does_not_know_the_grant_any_more() {
    world.server.revokeFault = answer -> Answer.error(400, "invalid_token");

    living.disconnection.run(TENANT, id, RecordDisposal.KEEP);

    assertThat(living.pendingRevocations()).isZero();
  }

  @Test
  void should_keep_the_consent_when_another_connection_lives_from_it() {
    var sibling = world.connectedFor("ann");

    living.disconnection.run(TENANT, id, RecordDisposal.KEEP);
    assertThat(world.server.revoked()).isEmpty();
    assertThat(living.call(sibling).id()).isEqualTo("ada");

    living.disconnection.run(TENANT, sibling, RecordDisposal.KEEP);
    assertThat(world.server.revoked()).hasSize(1);
  }

  private boolean revocationFails() {
    try {
      world.revocations.attemptAll();
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private void spoilPendingRevocations() {
    world.inTransaction(
        () ->
            world
                .database
                .entities()
                .createNativeQuery("update pending_revocation set sealed_revocation = ?")
                .setParameter(1, new byte[] {1, 2, 3})
                .executeUpdate());
  }
}
