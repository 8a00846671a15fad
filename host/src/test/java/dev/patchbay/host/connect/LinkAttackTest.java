package dev.patchbay.host.connect;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;

import dev.patchbay.host.connection.EndUser;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.security.SecretHash;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links that are followed by others, later, or for another account. */
class LinkAttackTest {
  private AttackWorld attack;

  @BeforeEach
  void open() {
    attack = AttackWorld.plain();
  }

  @AfterEach
  void close() {
    attack.close();
  }

  @Test
  void should_not_start_twice_when_a_link_is_followed_again() {
    var session = attack.world.invite();
    attack.world.leave(session);

    refuseToStart(session.token());
  }

  @Test
  void should_not_start_when_the_time_of_a_link_is_over() {
    var session = attack.world.invite();
    attack.world.clock.advance(Duration.ofMinutes(15));

    refuseToStart(session.token());
  }

  @Test
  void should_not_start_when_the_attempt_has_ended_before() {
    var session = attack.world.invite();
    attack.world.inTransaction(
        () -> {
          attack.world.sessions.find(TENANT, session.id()).get().failed("given up");
          return null;
        });

    refuseToStart(session.token());
  }

  @Test
  void should_not_start_when_the_hash_in_a_stolen_backup_is_the_link() {
    refuseToStart(SecretHash.of(attack.world.invite().token()));
  }

  @Test
  void should_not_start_when_the_id_of_the_session_is_the_link() {
    refuseToStart(attack.world.invite().id());
  }

  @Test
  void should_show_the_link_to_nobody_when_the_session_is_looked_at() {
    var session = attack.world.invite();

    AttackWorld.refuse(
        attack.world.look(session).connectUrl() != null, "the link is shown once more");
  }

  @Test
  void should_refuse_another_account_when_a_connection_is_connected_again() {
    var id = attack.world.connected();
    attack.server.account = "mallory";

    var session = attack.world.connect(new NewConnectSession(null, null, id, null, null));

    AttackWorld.refuse(
        session.state() == ConnectState.CONNECTED, "another account took over " + id);
  }

  @Test
  void should_refuse_a_reconnect_when_the_connection_is_anothers() {
    var id = attack.world.connected();

    AttackWorld.refuse(
        invites(OTHER_TENANT, new NewConnectSession(null, null, id, null, null)),
        "a stranger may connect " + id + " again");
  }

  @Test
  void should_refuse_a_link_when_the_integration_is_anothers() {
    AttackWorld.refuse(
        invites(
            OTHER_TENANT,
            new NewConnectSession(attack.world.integrationId, null, null, null, null)),
        "a stranger may use the integration");
  }

  @Test
  void should_refuse_another_end_user_when_a_connection_is_connected_again() {
    var id = attack.world.connectedFor("ann");

    AttackWorld.refuse(
        invites(TENANT, new NewConnectSession(null, new EndUser("mallory", null), id, null, null)),
        "mallory may connect what is ann's");
  }

  @Test
  void should_give_each_end_user_a_connection_of_their_own_when_the_account_is_one() {
    var anns = attack.world.connectedFor("ann");

    AttackWorld.refuse(
        attack.world.connectedFor("mallory").equals(anns), "mallory was given what is ann's");
  }

  private boolean invites(String tenant, NewConnectSession request) {
    try {
      attack.world.invitation.invite(tenant, request);
      return true;
    } catch (ProblemException e) {
      return false;
    }
  }

  private void refuseToStart(String token) {
    AttackWorld.refuse(attack.world.start.start(token).isPresent(), "the link was followed");
  }
}
