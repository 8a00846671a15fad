package dev.patchbay.host.connection;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static dev.patchbay.host.connection.LivingConnection.problem;
import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.fixture.AuthorizationServer.Answer;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.Together;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemType;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** When a connection waits for a person, and when it works again. */
@OnBothDatabases
class LostGrantTest {
  private static final Answer REFUSAL = Answer.error(401, "invalid_token");

  @AutoClose private final LivingConnection living;
  private final ConnectWorld world;
  private final String id;

  LostGrantTest(Dialect dialect) {
    living = new LivingConnection(dialect);
    world = living.world;
    id = living.id;
  }

  @Test
  void should_wait_for_a_person_when_the_grant_is_dead() {
    world.server.forgetEverybody();

    assertThatThrownBy(living::call).isInstanceOf(ReauthorizationNeeded.class);

    assertThat(living.state()).isEqualTo(ConnectionState.NEEDS_REAUTH);
    assertThat(living.connection().reason())
        .hasValueSatisfying(why -> assertThat(why).contains("grant"));
    problem(living::call, ProblemType.CONFLICT);
  }

  @Test
  void should_wait_for_a_person_when_the_service_refuses_new_tokens_too() {
    world.server.accountFault = answer -> REFUSAL;

    assertThatThrownBy(living::call).isInstanceOf(ReauthorizationNeeded.class);

    assertThat(living.state()).isEqualTo(ConnectionState.NEEDS_REAUTH);
    assertThat(world.server.tokenRequests()).hasSize(1);
  }

  @Test
  void should_stay_active_when_the_service_is_only_down() {
    world.server.accountFault = answer -> new Answer(503, Map.of(), "");
    assertThatThrownBy(living::call).isInstanceOf(Unavailable.class);

    world.server.accountFault = UnaryOperator.identity();
    world.server.endAccessTokens();
    world.server.tokenFault = answer -> new Answer(503, Map.of(), "");
    assertThatThrownBy(living::call).isInstanceOf(Unavailable.class);

    assertThat(living.state()).isEqualTo(ConnectionState.ACTIVE);
  }

  @Test
  void should_stay_active_when_a_person_connected_again_during_the_call() {
    world.server.accountFault =
        first -> {
          world.server.accountFault =
              second -> {
                world.server.accountFault = UnaryOperator.identity();
                world.connected();
                return REFUSAL;
              };
          return REFUSAL;
        };

    assertThatThrownBy(living::call).isInstanceOf(ReauthorizationNeeded.class);

    assertThat(living.state()).isEqualTo(ConnectionState.ACTIVE);
    assertThat(living.call().id()).isEqualTo("ada");
  }

  @Test
  void should_be_active_again_when_a_person_connects_again() {
    world.server.forgetEverybody();
    assertThatThrownBy(living::call).isInstanceOf(ReauthorizationNeeded.class);

    assertThat(world.connected()).isEqualTo(id);

    assertThat(living.state()).isEqualTo(ConnectionState.ACTIVE);
    assertThat(living.connection().reason()).isEmpty();
    assertThat(living.call().id()).isEqualTo("ada");
  }

  @Test
  void should_tell_by_its_state_when_a_check_finds_the_grant_dead() {
    world.server.forgetEverybody();

    living.check.run(TENANT, id);

    assertThat(living.state()).isEqualTo(ConnectionState.NEEDS_REAUTH);
  }

  @Test
  void should_tell_once_that_it_is_lost_when_many_find_out() throws Exception {
    world.server.forgetEverybody();
    Together.run(
        8,
        caller -> {
          living.check.run(TENANT, id);
          return caller;
        });
    living.check.run(TENANT, id);

    assertClosed(world.lost.heard().size() > 1, "the same loss was told more than once");
    assertThat(world.lost.heard()).containsExactly(new ConnectionLost(TENANT, id));
    assertThat(world.recovered.heard()).isEmpty();
  }

  @Test
  void should_be_active_again_when_a_check_finds_the_grant_alive() {
    world.server.accountFault = answer -> REFUSAL;
    living.check.run(TENANT, id);
    assertThat(living.state()).isEqualTo(ConnectionState.NEEDS_REAUTH);

    world.server.accountFault = UnaryOperator.identity();
    living.check.run(TENANT, id);
    living.check.run(TENANT, id);

    assertThat(living.state()).isEqualTo(ConnectionState.ACTIVE);
    assertThat(world.recovered.heard()).containsExactly(new ConnectionRecovered(TENANT, id));
  }

  @Test
  void should_need_a_person_when_the_service_answers_for_another_account() {
    world.server.accountFault = answer -> Answer.json(200, Map.of("id", "eve", "name", "Eve"));

    living.check.run(TENANT, id);

    assertThat(living.state()).isEqualTo(ConnectionState.NEEDS_REAUTH);
    assertThat(world.lost.heard()).containsExactly(new ConnectionLost(TENANT, id));
    assertThat(living.connection().account().id()).isEqualTo("ada");
  }

  @Test
  void should_stay_lost_when_a_dead_grant_is_checked_long_after() {
    world.server.forgetEverybody();
    living.check.run(TENANT, id);
    world.clock.advance(Duration.ofDays(2));

    living.check.run(TENANT, id);
    living.check.run(TENANT, id);

    assertThat(world.server.tokenRequests()).hasSize(1);
    assertThat(living.state()).isEqualTo(ConnectionState.NEEDS_REAUTH);
    assertThat(world.lost.heard()).hasSize(1);
  }
}
