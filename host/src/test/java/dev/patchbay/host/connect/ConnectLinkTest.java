package dev.patchbay.host.connect;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who may follow a link to connect, how often, and how long. */
@OnBothDatabases
class ConnectLinkTest {
  @AutoClose private final ConnectWorld world;

  ConnectLinkTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
  }

  @Test
  void should_give_a_link_with_256_random_bits_and_keep_its_hash_only() {
    var session = world.invite();

    assertThat(session.token()).hasSize(43);
    assertThat(session.connectUrl()).isEqualTo("https://crm.test/api/connect/" + session.token());
    assertThat(session.toString()).doesNotContain(session.token());
    assertThat(world.look(session).token()).isNull();
    assertThat(world.look(session).connectUrl()).isNull();
    assertThat(session.expiresAt()).isEqualTo(world.clock.instant().plus(Duration.ofMinutes(15)));
  }

  @Test
  void should_follow_a_link_once() {
    var session = world.invite();
    world.leave(session);

    assertThat(world.start.start(session.token())).isEmpty();
    assertThat(world.look(session).state()).isEqualTo(ConnectState.OPEN);
  }

  @Test
  void should_not_follow_a_link_when_its_time_is_over() {
    var session = world.invite();
    world.clock.advance(Duration.ofMinutes(15));

    assertThat(world.start.start(session.token())).isEmpty();
    assertThat(world.look(session).state()).isEqualTo(ConnectState.EXPIRED);
  }

  @Test
  void should_not_follow_a_link_that_nobody_made() {
    assertThat(world.start.start("made-up")).isEmpty();
  }

  @Test
  void should_still_connect_when_the_link_was_followed_in_its_last_moment() {
    var session = world.invite();
    world.clock.advance(Duration.ofMinutes(14));
    var consent = world.leave(session);
    world.clock.advance(Duration.ofMinutes(9));

    assertThat(world.comeBack(world.agree(consent), consent.browser()))
        .isEqualTo(ResultPage.CONNECTED);
  }

  @Test
  void should_refuse_an_invitation_that_leads_nowhere() {
    invalid(new NewConnectSession("int_none", null, null, null, null), "integrationId");
    invalid(new NewConnectSession(null, null, "con_none", null, null), "connectionId");
    invalid(
        new NewConnectSession(world.integrationId, null, world.connected(), null, null),
        "connectionId");
    invalid(
        new NewConnectSession(null, null, world.connected(), null, List.of(world.integrationId)),
        "connectionId");
    assertThatThrownBy(
            () ->
                world.invitation.invite(
                    OTHER_TENANT,
                    new NewConnectSession(world.integrationId, null, null, null, null)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("names no integration of this tenant");
    assertThatThrownBy(() -> world.invitation.look(OTHER_TENANT, world.invite().id()))
        .isInstanceOf(ProblemException.class);
  }

  private void invalid(NewConnectSession request, String field) {
    assertThatThrownBy(() -> world.invitation.invite(TENANT, request))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.errors().get(0).field()).isEqualTo(field));
  }
}
