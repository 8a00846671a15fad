package dev.patchbay.host.oauth;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.connection.RecordDisposal;
import dev.patchbay.host.fixture.AuthorizationServer.Answer;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.RecordedChores;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.startup.HostStarted;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class RevocationRetryTest {
  @AutoClose private final ConnectWorld world;
  private final RecordedChores chores = new RecordedChores();

  RevocationRetryTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
  }

  @Test
  void should_tell_a_service_that_was_down_when_the_timer_comes_round() {
    new RevocationRetry(world.revocations, chores).begin(new HostStarted());
    var id = world.connected();
    world.server.revokeFault = answer -> new Answer(503, Map.of(), "");
    world.disconnection().run(TENANT, id, RecordDisposal.KEEP);
    chores.runAll();
    assertThat(world.server.revoked()).isEmpty();

    world.server.revokeFault = UnaryOperator.identity();
    chores.runAll();
    chores.runAll();

    assertThat(world.server.revoked()).hasSize(1);
  }

  @Test
  void should_come_at_once_after_a_start_and_every_ten_minutes() {
    new RevocationRetry(world.revocations, chores).begin(new HostStarted());

    assertThat(chores.all())
        .singleElement()
        .satisfies(
            chore -> {
              assertThat(chore.first()).isZero();
              assertThat(chore.pause()).isEqualTo(Duration.ofMinutes(10));
            });
  }
}
