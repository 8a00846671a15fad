package dev.patchbay.host.connection;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.McpClient;
import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.fixture.HeardEvent;
import dev.patchbay.host.fixture.Nothing;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.RecordedChores;
import dev.patchbay.host.fixture.Together;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.startup.HostStarted;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Consents that a service ends a year after they were given, as LinkedIn does. */
@OnBothDatabases
class EndingCredentialsTest {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration UNTIL_NOTICE = Duration.ofDays(351);

  @AutoClose private final ConnectWorld world;
  private final RecordedChores chores = new RecordedChores();
  private final HeardEvent<CredentialEnding> told = new HeardEvent<>();
  private String id;
  private Instant end;

  EndingCredentialsTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
  }

  @BeforeEach
  void connect() {
    world.server.consentSeconds = YEAR.toSeconds();
    id = world.connected();
    end = world.clock.instant().plus(YEAR);
    node();
  }

  @Test
  void should_announce_an_end_once_fourteen_days_before() {
    world.clock.advance(UNTIL_NOTICE.minusSeconds(1));
    chores.runAll();
    assertThat(told.heard()).isEmpty();

    world.clock.advance(Duration.ofSeconds(1));
    chores.runAll();
    world.clock.advance(Duration.ofDays(3));
    chores.runAll();

    assertThat(told.heard()).containsExactly(new CredentialEnding(TENANT, id, end));
  }

  @Test
  void should_announce_it_once_when_many_nodes_look_at_the_same_moment() throws Exception {
    world.clock.advance(UNTIL_NOTICE);

    Together.run(
        8,
        node -> {
          chores.runAll();
          return node;
        });

    assertThat(told.heard()).hasSize(1);
  }

  @Test
  void should_announce_the_next_end_when_the_end_has_changed() {
    world.clock.advance(UNTIL_NOTICE);
    chores.runAll();
    world.server.consentSeconds = Duration.ofDays(10).toSeconds();
    world.connected();

    chores.runAll();
    chores.runAll();

    assertThat(told.heard())
        .extracting(CredentialEnding::endsAt)
        .containsExactly(end, world.clock.instant().plus(Duration.ofDays(10)));
  }

  @Test
  void should_not_announce_it_again_when_a_renewal_says_the_same_end_in_other_words() {
    world.clock.advance(UNTIL_NOTICE);
    chores.runAll();
    world.clock.advance(Duration.ofDays(1));
    world.server.consentSeconds = Duration.ofDays(13).plusMinutes(1).toSeconds();

    world.live.read(TENANT, id, "test", McpClient::check);
    chores.runAll();

    assertThat(world.server.tokenRequests()).hasSize(2);
    assertThat(told.heard()).hasSize(1);
  }

  @Test
  void should_announce_nothing_when_the_account_was_connected_anew() {
    world.clock.advance(UNTIL_NOTICE);
    world.connected();

    chores.runAll();

    assertThat(told.heard()).isEmpty();
    assertThat(shown().credential().endsSoon()).isFalse();
  }

  @Test
  void should_announce_nothing_of_what_has_ended_already() {
    world.clock.advance(UNTIL_NOTICE);
    world.disconnection().run(TENANT, id, RecordDisposal.KEEP);

    chores.runAll();

    assertThat(told.heard()).isEmpty();
  }

  @Test
  void should_announce_nothing_when_nobody_knows_an_end() {
    world.server.consentSeconds = 0;
    world.connected();
    world.clock.advance(Duration.ofDays(5_000));

    chores.runAll();

    assertThat(told.heard()).isEmpty();
    assertThat(shown().credential()).isNull();
  }

  @Test
  void should_show_the_end_and_that_it_is_near() {
    assertThat(shown().credential()).isEqualTo(new CredentialSummary(end, false));

    world.clock.advance(UNTIL_NOTICE);

    assertThat(shown().credential()).isEqualTo(new CredentialSummary(end, true));
  }

  @Test
  void should_be_looked_for_every_hour() {
    assertThat(chores.all())
        .singleElement()
        .satisfies(chore -> assertThat(chore.pause()).isEqualTo(Duration.ofHours(1)));
  }

  private void node() {
    new EndingCredentials(
            new CredentialEnds(world.database.entities()),
            world.database.transactions(),
            told,
            chores,
            world.clock)
        .begin(new HostStarted());
  }

  private ConnectionSummary shown() {
    return new ConnectionOverview(
            world.connections,
            new CredentialEnds(world.database.entities()),
            Nothing.offered(),
            world.database.transactions(),
            world.clock)
        .get(TENANT, id);
  }
}
