package dev.patchbay.host.integration;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.host.audit.TestAudit;
import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.event.Event;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.RecordedChores;
import dev.patchbay.host.fixture.Together;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.startup.HostStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Client secrets of which an admin said when they end, as those of Microsoft do. */
@OnBothDatabases
class EndingSecretsTest {
  @AutoClose private final ConnectWorld world;
  private final RecordedChores chores = new RecordedChores();
  private Instant end;

  EndingSecretsTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
  }

  @BeforeEach
  void expectAnEnd() {
    end = world.clock.instant().plus(Duration.ofDays(180));
    expect(end);
    new EndingSecrets(
            world.integrations,
            world.database.transactions(),
            world.events,
            TestAudit.on(world.database, world.vault, world.clock),
            chores,
            world.clock)
        .begin(new HostStarted());
  }

  @Test
  void should_announce_an_end_once_fourteen_days_before() throws Exception {
    chores.runAll();
    assertThat(told()).isEmpty();
    world.clock.advance(Duration.ofDays(166));

    Together.run(
        8,
        node -> {
          chores.runAll();
          return node;
        });
    world.clock.advance(Duration.ofDays(1));
    chores.runAll();

    assertThat(told())
        .extracting(Event::type, Event::subject, Event::detail)
        .containsExactly(
            tuple(
                "integration.secret-ending",
                world.integrationId,
                Map.of("endsAt", end.toString())));
  }

  @Test
  void should_announce_the_next_end_when_the_end_has_changed() {
    world.clock.advance(Duration.ofDays(170));
    chores.runAll();

    expect(end.plus(Duration.ofDays(1)));
    chores.runAll();

    assertThat(told()).hasSize(2);
  }

  private java.util.List<Event> told() {
    return world.told().all(TENANT);
  }

  private void expect(Instant time) {
    world.setup.change(
        TENANT, world.integrationId, new IntegrationChange(null, null, null, null, null, time));
  }
}
