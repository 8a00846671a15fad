package dev.patchbay.host.webhook;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static dev.patchbay.host.fixture.Wall.assertClosed;
import static dev.patchbay.host.fixture.Wall.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.webhook.WebhookRequest;
import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.connection.ConnectionEnded;
import dev.patchbay.host.connection.ConnectionEnding;
import dev.patchbay.host.connection.ConnectionEstablished;
import dev.patchbay.host.connection.ConnectionSubscribers;
import dev.patchbay.host.connection.ConnectionSwitched;
import dev.patchbay.host.connection.RecordDisposal;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.RecordedChores;
import dev.patchbay.host.fixture.Together;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.integration.PublicAddress;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.plugin.DeclaredPlugins;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.StoredCollection;
import dev.patchbay.host.startup.HostStarted;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class SubscriptionsTest {
  private final Announcer service = new Announcer();
  private final DeclaredPlugins plugins = new DeclaredPlugins(service);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CollectionStore collections = new CollectionStore();
  private final SubscriptionRows rows = new SubscriptionRows();
  private final WebhookAddresses addresses = new WebhookAddresses();
  private final RecordedChores chores = new RecordedChores();
  private final ConnectWorld world;
  private final Database database;
  private final Ids ids;
  private final Subscriptions subscriptions;
  private final SubscriptionCare care;
  private final String connection;

  SubscriptionsTest(Dialect dialect) throws SQLException {
    world = new ConnectWorld(dialect, plugins);
    service.clock = world.clock::instant;
    database = new Database(world.database.dataSource());
    ids = new Ids(world.clock);
    var subscribers = new ConnectionSubscribers(world.live);
    var office =
        new SubscriptionOffice(
            subscribers,
            database,
            addresses,
            rows,
            new PublicAddress("https://crm.test"),
            world.vault,
            ids,
            world.clock);
    subscriptions =
        new Subscriptions(
            world.connections,
            subscribers,
            collections,
            rows,
            office,
            database,
            world.database.transactions(),
            world.clock);
    care = care(new PublicAddress("https://crm.test"));
    connection = world.connected();
    inTransaction(() -> care.connected(new ConnectionEstablished(TENANT, connection)));
  }

  private SubscriptionCare care(PublicAddress address) {
    return new SubscriptionCare(
        subscriptions,
        rows,
        new Upkeep(),
        new Reachability(address, false),
        database,
        world.database.jdbc(),
        chores,
        threads,
        world.clock);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    world.close();
  }

  @Test
  void should_subscribe_to_the_list_and_to_each_collection_that_appears() {
    care.look();
    list("home");
    list("work");
    advance(Duration.ofSeconds(5));
    care.look();

    assertThat(service.asked).containsExactlyInAnyOrder("+ all", "+ home", "+ work");
  }

  @Test
  void should_ask_nothing_twice() {
    list("home");
    for (int i = 0; i < 10; i++) {
      care.look();
      advance(Subscriptions.LOOK_AGAIN);
    }

    assertThat(service.asked).containsExactly("+ all", "+ home");
  }

  @Test
  void should_have_the_next_before_it_gives_up_the_old_one() {
    care.look();
    advance(Announcer.LIFE.minusHours(6));
    care.look();
    care.look();

    assertThat(service.asked).containsExactly("+ all", "+ all", "- all");
    assertThat(subscriptions.of(TENANT, connection)).hasSize(1);
  }

  @Test
  void should_end_one_when_its_collection_is_lost() {
    String home = list("home");
    care.look();

    database.<Void>write(
        db -> {
          collections.lose(db, home);
          return null;
        });
    advance(Subscriptions.LOOK_AGAIN);
    care.look();

    assertThat(service.asked).containsExactly("+ all", "+ home", "- home");
  }

  @Test
  void should_end_all_when_the_connection_is_paused_and_begin_again_when_it_is_resumed() {
    care.look();
    state("PAUSED");
    care.look();
    assertThat(service.asked).containsExactly("+ all", "- all");

    state("ACTIVE");
    care.look();
    assertThat(service.asked).containsExactly("+ all", "- all", "+ all");
  }

  @Test
  void should_tell_the_service_before_the_connection_ends() {
    care.look();
    String url = service.orders.get(0).address().toString();

    care.farewell(new ConnectionEnding(TENANT, connection));
    inTransaction(() -> care.end(new ConnectionEnded(TENANT, connection, RecordDisposal.KEEP)));
    advance(Duration.ofDays(2));
    care.look();

    assertThat(service.asked).containsExactly("+ all", "- all");
    assertClosed(isKnown(url), "an address of a connection that has ended");
  }

  @Test
  void should_ask_again_tomorrow_when_the_service_does_not_tell_of_it() {
    service.failure = Optional.of(new Rejected("Push is not for this calendar"));
    care.look();
    advance(Duration.ofHours(23));
    care.look();
    assertThat(subscriptions.of(TENANT, connection))
        .extracting(KeptSubscription::state, KeptSubscription::problem)
        .containsExactly(tuple(SubscriptionState.REFUSED, "Push is not for this calendar"));

    service.failure = Optional.empty();
    advance(Duration.ofHours(1));
    care.look();

    assertThat(service.asked).containsExactly("+ all");
    assertThat(subscriptions.of(TENANT, connection))
        .extracting(KeptSubscription::state)
        .containsExactly(SubscriptionState.ACTIVE);
  }

  @Test
  void should_try_again_soon_when_the_service_is_down() {
    service.failure = Optional.of(new Unavailable("Closed"));
    care.look();
    assertThat(subscriptions.of(TENANT, connection)).isEmpty();

    service.failure = Optional.empty();
    care.look();
    assertThat(service.asked).isEmpty();
    advance(Duration.ofSeconds(30));
    care.look();

    assertThat(service.asked).containsExactly("+ all");
  }

  @Test
  void should_be_done_by_one_node_when_several_look() throws Exception {
    Together.run(
        8,
        node -> {
          care.look();
          return true;
        });

    assertThat(service.asked).containsExactly("+ all");
  }

  @Test
  void should_be_told_at_an_address_that_only_the_service_knows() {
    care.look();
    var order = service.orders.get(0);
    String token = order.address().getPath().substring("/api/hooks/service/".length());

    receive(token, order.secret().reveal());
    assertRefused(() -> receive(token, "another token"), "a webhook with another token");

    assertThat(texts("select connection_id from webhook_delivery")).containsExactly(connection);
    assertThat(subscriptions.of(OTHER_TENANT, connection)).isEmpty();
  }

  @Test
  void should_leave_it_to_polling_when_services_cannot_reach_the_server() {
    care(new PublicAddress("http://crm.test")).begin(new HostStarted());
    assertThat(chores.all()).isEmpty();

    care.begin(new HostStarted());
    assertThat(chores.all()).hasSize(1);
  }

  private void receive(String token, String secret) {
    new Reception(
            database,
            addresses,
            new WebhookSecrets(
                world.integrations, world.secrets, world.vault, world.database.transactions()),
            new ReceptionGate(64, 32),
            plugins,
            plugins.calls(),
            new Concerned(database, ids, world.clock),
            new Inbox(database, new Deliveries()),
            world.clock)
        .receive(
            "service",
            token,
            WebhookRequest.of(
                "POST",
                URI.create("https://crm.test/x"),
                Map.of("token", List.of(secret)),
                new byte[0]));
  }

  private boolean isKnown(String url) {
    String token = url.substring(url.lastIndexOf('/') + 1);
    return database.read(db -> addresses.find(db, "service", token)).isPresent();
  }

  private String list(String externalId) {
    String id = ids.next("col");
    return database.write(
        db -> {
          collections.insert(
              db,
              TENANT,
              connection,
              new StoredCollection(
                  id, "event", externalId, externalId, false, true, null, null, false, 0, null));
          return id;
        });
  }

  private void state(String state) {
    database.<Void>write(
        db -> {
          try (var statement = db.prepareStatement("update connection set state = ?")) {
            statement.setString(1, state);
            statement.executeUpdate();
          }
          return null;
        });
    inTransaction(() -> care.switched(new ConnectionSwitched(TENANT, connection)));
  }

  private List<String> texts(String query) {
    return database.read(
        db -> {
          try (var statement = db.createStatement();
              var found = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (found.next()) {
              texts.add(found.getString(1));
            }
            return texts;
          }
        });
  }

  private void advance(Duration time) {
    world.clock.advance(time);
  }

  private void inTransaction(Deed deed) {
    world.inTransaction(
        () -> {
          try {
            deed.run();
            return true;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @FunctionalInterface
  private interface Deed {
    void run() throws SQLException;
  }
}
