package dev.patchbay.host.connect;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.McpClient;
import dev.patchbay.host.connection.Connection;
import dev.patchbay.host.connection.EndUser;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.Together;
import dev.patchbay.host.persistence.Dialect;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which connection it is that an account comes to. */
@OnBothDatabases
class EstablishmentTest {
  @AutoClose private final ConnectWorld world;

  EstablishmentTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
  }

  @Test
  void should_keep_the_connection_when_the_same_account_comes_again() {
    var first = world.connected();
    var again = world.connected();

    assertThat(again).isEqualTo(first);
    assertThat(world.established.heard()).hasSize(2);
    assertThat(world.grants.find(connection(first).holder())).isPresent();
  }

  @Test
  void should_make_one_connection_when_the_same_account_comes_many_times_at_once()
      throws Exception {
    world.server.accountFault =
        answer -> {
          world.clock.advance(Duration.ofMillis(1));
          return answer;
        };

    var ids = Together.run(8, i -> world.connected());

    assertThat(ids).hasSize(8).doesNotContainNull();
    assertThat(ids.stream().distinct()).hasSize(1);
    assertThat(world.live.read(TENANT, ids.get(0), "test", McpClient::check).id()).isEqualTo("ada");
  }

  @Test
  void should_make_another_connection_when_it_is_another_account_or_person() {
    var ofTenant = world.connected();
    var ofAnn = world.connect(for_("ann")).connectionId();
    var ofBen = world.connect(for_("ben")).connectionId();
    world.server.account = "grace";
    var otherAccount = world.connected();

    assertThat(List.of(ofTenant, ofAnn, ofBen, otherAccount)).doesNotHaveDuplicates();
    assertThat(connection(ofAnn).endUser()).contains(new EndUser("ann", "Name of ann"));
  }

  @Test
  void should_revive_the_named_connection_when_its_account_signs_in_again() {
    var id = world.connect(for_("ann")).connectionId();

    var session = world.connect(new NewConnectSession(null, null, id, null, null));

    assertThat(session.connectionId()).isEqualTo(id);
    assertThat(session.state()).isEqualTo(ConnectState.CONNECTED);
  }

  @Test
  void should_refuse_another_account_when_a_connection_is_named() {
    var id = world.connected();
    world.server.account = "grace";

    var session = world.connect(new NewConnectSession(null, null, id, null, null));

    assertThat(session.state()).isEqualTo(ConnectState.FAILED);
    assertThat(session.problem()).contains("ada@service.test", "grace@service.test");
    assertThat(connection(id).account().id()).isEqualTo("ada");
  }

  private NewConnectSession for_(String person) {
    return new NewConnectSession(
        world.integrationId, new EndUser(person, "Name of " + person), null, null, null);
  }

  private Connection connection(String id) {
    return world.inTransaction(() -> world.connections.find(TENANT, id).orElseThrow());
  }
}
