package dev.patchbay.host.connect;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static dev.patchbay.host.fixture.Wall.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.connection.EndUser;
import dev.patchbay.host.connection.EndUserErased;
import dev.patchbay.host.connection.EndUserErasure;
import dev.patchbay.host.connection.EndUsers;
import dev.patchbay.host.fixture.HeardEvent;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is left of a person who is erased: nothing that names them. */
@OnBothDatabases
class EndUserErasureTest {
  private static final String ANN = "crm-person-ann-4711";

  @AutoClose private final ConnectWorld world;
  private final HeardEvent<EndUserErased> erased = new HeardEvent<>();
  private final EndUserErasure erasure;

  EndUserErasureTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
    erasure =
        new EndUserErasure(
            new EndUsers(world.database.entities()),
            world.disconnection(),
            world.revocations,
            world.database.transactions(),
            erased);
  }

  @Test
  void should_end_and_forget_all_connections_of_the_person_and_tell_the_service() {
    var first = world.connectedFor(ANN);
    world.server.account = "grace";
    var second = world.connectedFor(ANN);

    erasure.run(TENANT, ANN);

    assertThat(world.ended.heard()).hasSize(2);
    assertThat(erased.heard())
        .singleElement()
        .satisfies(
            event -> assertThat(event.connectionIds()).containsExactlyInAnyOrder(first, second));
    assertThat(world.server.revoked()).hasSize(2);
    world.inTransaction(() -> assertThat(world.connections.find(TENANT, first)).isEmpty());
  }

  @Test
  void should_leave_no_word_of_the_person_in_the_database() {
    world.connectedFor(ANN);
    assertThat(TableScan.of(world.database)).contains(ANN, "ada@service.test");

    erasure.run(TENANT, ANN);
    world.inTransaction(
        () -> {
          world.sessions.forgetEndUser(TENANT, ANN);
          return true;
        });

    assertThat(TableScan.of(world.database)).doesNotContain(ANN, "ada@service.test");
  }

  @Test
  void should_connect_nothing_when_the_person_is_erased_on_the_way() {
    world.server.accountFault =
        answer -> {
          world.inTransaction(
              () -> {
                new ErasedSessions(world.sessions)
                    .remove(new EndUserErased(TENANT, ANN, List.of()));
                return true;
              });
          return answer;
        };
    var session =
        world.invitation.invite(
            TENANT,
            new NewConnectSession(world.integrationId, new EndUser(ANN, null), null, null, null));
    var consent = world.leave(session);

    var page = world.comeBack(world.agree(consent), consent.browser());

    assertThat(page).isEqualTo(ResultPage.EXPIRED);
    assertThat(world.established.heard()).isEmpty();
    assertThat(TableScan.of(world.database)).doesNotContain(ANN, "ada@service.test");
  }

  @Test
  void should_leave_others_alone() {
    world.connectedFor(ANN);
    var ben = world.connectedFor("ben");
    var ofTenant = world.connected();

    erasure.run(TENANT, ANN);

    world.inTransaction(
        () -> {
          assertThat(world.connections.find(TENANT, ben)).isPresent();
          assertThat(world.connections.find(TENANT, ofTenant)).isPresent();
          return true;
        });
  }

  @Test
  void should_erase_nothing_when_the_person_is_unknown_or_of_another_tenant() {
    world.connectedFor(ANN);

    assertRefused(() -> erasure.run(OTHER_TENANT, ANN), "a person of another tenant is erased");
    assertRefused(() -> erasure.run(TENANT, "nobody"), "nobody is erased");
    assertThat(world.ended.heard()).isEmpty();
  }

  @Test
  void should_not_erase_the_tenants_own_connections_for_an_empty_id() {
    var ofTenant = world.connected();

    assertRefused(() -> erasure.run(TENANT, ""), "the tenant's own connections are erased");

    world.inTransaction(() -> assertThat(world.connections.find(TENANT, ofTenant)).isPresent());
  }
}
