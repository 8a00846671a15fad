package dev.patchbay.host.connect;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.fixture.Wall.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An attempt to connect, looked at by another tenant than its own. */
@OnBothDatabases
class ForeignSessionTest {
  @AutoClose private final ConnectWorld world;

  ForeignSessionTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
  }

  @Test
  void should_not_show_an_attempt_when_it_is_of_another_tenant() {
    var session = world.invite();

    assertThat(world.look(session).id()).isEqualTo(session.id());
    assertRefused(
        () -> world.invitation.look(OTHER_TENANT, session.id()), "their attempt to connect");
  }
}
