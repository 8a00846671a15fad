package dev.patchbay.host.connection;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemType;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What happens to the calls of a connection that is active. */
@OnBothDatabases
class LiveConnectionsTest {
  @AutoClose private final LivingConnection living;
  private final ConnectWorld world;
  private final String id;

  LiveConnectionsTest(Dialect dialect) {
    living = new LivingConnection(dialect);
    world = living.world;
    id = living.id;
  }

  @Test
  void should_work_with_the_client_when_the_connection_is_active() {
    assertThat(living.call().id()).isEqualTo("ada");
    assertThat(world.server.tokenRequests()).isEmpty();
  }

  @Test
  void should_renew_once_and_repeat_when_the_service_refuses_the_token() {
    world.server.endAccessTokens();

    assertThat(living.call().id()).isEqualTo("ada");
    assertThat(world.server.tokenRequests()).hasSize(1);
    assertThat(living.state()).isEqualTo(ConnectionState.ACTIVE);
  }

  @Test
  void should_renew_ahead_when_a_call_comes_shortly_before_the_end() {
    world.clock.advance(Duration.ofMinutes(56));

    assertThat(living.call().id()).isEqualTo("ada");
    assertThat(world.server.tokenRequests()).hasSize(1);
  }

  @Test
  void should_renew_in_the_middle_of_a_run_when_the_token_ends_there() {
    var source = world.live.sources(TENANT, id, "run_1").get(0);
    var collection = source.collections(Cursor.start()).items().get(0);
    world.server.endAccessTokens();

    var page = source.read(collection.id(), Cursor.start());

    assertThat(source.type()).isEqualTo("event");
    assertThat(page.last()).isTrue();
    assertThat(world.server.tokenRequests()).hasSize(1);
  }

  @Test
  void should_ask_nothing_more_in_a_run_when_the_connection_is_paused() {
    var source = world.live.sources(TENANT, id, "run_1").get(0);
    living.changes.pause(TENANT, id);

    LivingConnection.problem(() -> source.collections(Cursor.start()), ProblemType.CONFLICT);
  }

  @Test
  void should_map_an_item_with_the_plugins_own_loader() {
    var source = world.live.sources(TENANT, id, "run_1").get(0);
    var collection = source.collections(Cursor.start()).items().get(0);

    var change = source.read(collection.id(), Cursor.start()).items().get(0);

    assertThat(((Change.Upsert) change).item().json()).containsEntry("title", "its own");
  }

  @Test
  void should_tell_tenant_run_and_call_when_an_exchange_is_logged() {
    var source = world.live.sources(TENANT, id, "run_1").get(0);
    world.server.exchanges.clear();
    var collection = source.collections(Cursor.start()).items().get(0);
    source.read(collection.id(), Cursor.start());
    living.call();

    assertThat(world.server.exchanges)
        .extracting(exchange -> exchange.sender().connection())
        .containsOnly(id);
    assertThat(world.server.exchanges)
        .extracting(exchange -> exchange.sender().origin().tenant())
        .containsOnly(TENANT);
    assertThat(world.server.exchanges)
        .extracting(exchange -> exchange.sender().origin().run())
        .containsExactly("run_1", "run_1", "");
    assertThat(world.server.exchanges)
        .extracting(exchange -> exchange.sender().origin().call())
        .doesNotHaveDuplicates()
        .allSatisfy(call -> assertThat(call).startsWith("cal_"));
  }

  @Test
  void should_tell_the_tenant_when_a_token_is_exchanged() {
    assertThat(world.server.exchanges)
        .filteredOn(exchange -> exchange.path().endsWith("/token"))
        .isNotEmpty()
        .allSatisfy(exchange -> assertThat(exchange.sender().origin().tenant()).isEqualTo(TENANT));
  }
}
