package dev.patchbay.host.webhook;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;

import dev.patchbay.api.webhook.WebhookRequest;
import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.fixture.RecordedChores;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.integration.PublicAddress;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.plugin.DeclaredPlugins;
import dev.patchbay.host.sync.AskedPulls;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reception of webhooks, put together as the container does. */
final class HookWorld implements AutoCloseable {
  final Teller teller = new Teller();
  final ConnectWorld world;
  final Database database;
  final AskedPulls pulls = new AskedPulls();
  final InboxRounds rounds;
  final InboxCare care;
  final IntegrationAddresses addresses;
  final WebhookAddresses rows = new WebhookAddresses();
  private final DeclaredPlugins plugins = new DeclaredPlugins(teller);
  private final Deliveries deliveries = new Deliveries();
  private final Ids ids;

  HookWorld(Dialect dialect) {
    world = new ConnectWorld(dialect, plugins);
    database = new Database(world.database.dataSource());
    ids = new Ids(world.clock);
    rounds = new InboxRounds(database, deliveries, pulls, world.clock);
    care =
        new InboxCare(
            rounds,
            database,
            deliveries,
            rows,
            world.database.jdbc(),
            new RecordedChores(),
            world.clock);
    addresses =
        new IntegrationAddresses(
            world.integrations,
            rows,
            plugins,
            new PublicAddress("https://crm.test"),
            world.vault,
            world.database.transactions(),
            world.database.jdbc(),
            ids,
            world.clock);
  }

  Reception reception() {
    return reception(new ReceptionGate(64, 32));
  }

  Reception reception(ReceptionGate gate) {
    return new Reception(
        database,
        rows,
        new WebhookSecrets(
            world.integrations, world.secrets, world.vault, world.database.transactions()),
        gate,
        plugins,
        plugins.calls(),
        new Concerned(database, ids, world.clock),
        new Inbox(database, deliveries),
        world.clock);
  }

  /** Makes the address of an integration, and gives the token in it. */
  String token(String integrationId) {
    return token(TENANT, integrationId);
  }

  String token(String tenantId, String integrationId) {
    try {
      String url = addresses.renew(tenantId, integrationId).url();
      return url.substring(url.lastIndexOf('/') + 1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Optional<String> receive(String token, WebhookRequest request) {
    return reception().receive("service", token, request);
  }

  /** Connection and type of each delivery that is kept. */
  List<String> kept() {
    return texts("select connection_id || ' ' || type from webhook_delivery order by id");
  }

  List<String> texts(String query) {
    return database.read(
        connection -> {
          try (var statement = connection.createStatement();
              ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
              found.add(rows.getString(1));
            }
            return found;
          }
        });
  }

  @Override
  public void close() {
    world.close();
  }
}
