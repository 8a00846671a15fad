package dev.patchbay.host.integration;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.McpClient;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Source;
import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What an admin does not allow through an integration, asked of a connection behind it. */
@OnBothDatabases
class PermissionTest {
  @AutoClose private final ConnectWorld world;
  private final String connection;

  PermissionTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
    connection = world.connected();
  }

  @Test
  void should_offer_everything_when_nothing_is_bounded() {
    assertThat(sources()).extracting(Source::type).containsExactly("event");
    assertThat(stored().permissions()).isEqualTo(Permissions.unbounded());
  }

  @Test
  void should_offer_a_type_when_it_is_allowed() {
    allow(new Permissions(Set.of("event"), Set.of()));

    assertThat(sources()).extracting(Source::type).containsExactly("event");
    assertThat(stored().permissions()).isEqualTo(new Permissions(Set.of("event"), Set.of()));
  }

  @Test
  void should_not_sync_a_type_when_it_is_not_allowed() {
    allow(new Permissions(Set.of("contact"), null));

    assertClosed(!sources().isEmpty(), "a type that the integration does not allow");
  }

  @Test
  void should_read_no_further_when_a_type_is_disallowed_during_a_sync() {
    Source source = sources().get(0);
    allow(new Permissions(Set.of(), null));

    assertClosed(isReadable(source), "a type that the integration does not allow any more");
  }

  private static boolean isReadable(Source source) {
    try {
      return source.collections(Cursor.start()) != null;
    } catch (IntegrationException refused) {
      return false;
    }
  }

  @Test
  void should_not_read_a_type_when_it_is_not_allowed() {
    allow(new Permissions(Set.of(), null));

    List<Source> offered = world.live.read(TENANT, connection, "test", McpClient::sources);

    assertClosed(!offered.isEmpty(), "a type that the integration does not allow");
  }

  private List<Source> sources() {
    return world.live.sources(TENANT, connection, "run_1");
  }

  private void allow(Permissions permissions) {
    world.database.transactions().run(() -> stored().allow(permissions));
  }

  private Integration stored() {
    return world.integrations.find(TENANT, world.integrationId).orElseThrow();
  }
}
