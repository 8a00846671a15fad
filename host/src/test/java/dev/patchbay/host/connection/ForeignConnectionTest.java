package dev.patchbay.host.connection;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.persistence.Transactions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A connection, looked for by another tenant than its own. */
@OnBothDatabases
class ForeignConnectionTest {
  @AutoClose private final ConnectWorld world;
  private final Transactions transactions;
  private final String id;

  ForeignConnectionTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
    transactions = world.database.transactions();
    id = world.connected();
  }

  @Test
  void should_find_the_connection_when_it_is_the_tenants_own() {
    assertThat(transactions.call(() -> world.connections.find(TENANT, id))).isPresent();
    assertThat(transactions.call(() -> world.connections.findToChange(TENANT, id))).isPresent();
  }

  @Test
  void should_not_find_a_connection_when_it_is_of_another_tenant() {
    assertClosed(
        transactions.call(() -> world.connections.find(OTHER_TENANT, id)).isPresent(),
        "their connection");
  }

  @Test
  void should_not_find_a_connection_to_change_when_it_is_of_another_tenant() {
    assertClosed(
        transactions.call(() -> world.connections.findToChange(OTHER_TENANT, id)).isPresent(),
        "their connection, to change it");
  }

  @Test
  void should_not_list_connections_when_they_are_of_another_tenant() {
    assertClosed(
        !world.connections.list(OTHER_TENANT, PageQuery.of(50, null)).isEmpty(),
        "the list of their connections");
  }
}
