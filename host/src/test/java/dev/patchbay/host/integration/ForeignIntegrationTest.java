package dev.patchbay.host.integration;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Dialect;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An integration, looked for by another tenant than its own. */
@OnBothDatabases
class ForeignIntegrationTest {
  @AutoClose private final ConnectWorld world;

  ForeignIntegrationTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
  }

  @Test
  void should_not_find_an_integration_when_it_is_of_another_tenant() {
    assertThat(world.integrations.find(TENANT, world.integrationId)).isPresent();
    assertClosed(
        world.integrations.find(OTHER_TENANT, world.integrationId).isPresent(),
        "their integration");
  }

  @Test
  void should_not_list_integrations_when_they_are_of_another_tenant() {
    assertThat(world.integrations.list(TENANT, PageQuery.of(50, null))).isNotEmpty();
    assertClosed(
        !world.integrations.list(OTHER_TENANT, PageQuery.of(50, null)).isEmpty(),
        "the list of their integrations");
  }

  @Test
  void should_not_count_connections_when_they_are_of_another_tenant() {
    world.connected();

    assertClosed(
        !world.integrations.connections(OTHER_TENANT, List.of(world.integrationId)).isEmpty(),
        "how many connections they have");
  }
}
