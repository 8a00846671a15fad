package dev.patchbay.host.connection;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.api.McpClient;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.event.Event;
import dev.patchbay.host.fixture.AuthorizationServer.Answer;
import dev.patchbay.host.fixture.HeardEvent;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.Together;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ConnectionLifeTest {
  private static final Answer REFUSAL = Answer.error(401, "invalid_token");

  private final ConnectWorld world;
  private ConnectionCheck check;
  private ConnectionChanges changes;
  private Disconnection disconnection;
  private String id;

  ConnectionLifeTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
  }

  @BeforeEach
  void connect() {
    var transactions = world.database.transactions();
    check = new ConnectionCheck(world.live, world.news);
    changes =
        new ConnectionChanges(
            world.connections,
            new ConnectionFeed(world.events),
            new HeardEvent<>(),
            transactions,
            world.clock);
    disconnection = world.disconnection();
    id = world.connected();
    world.server.tokenRequests().clear();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void should_work_with_the_client_when_the_connection_is_active() {
    assertThat(call().id()).isEqualTo("ada");
    assertThat(world.server.tokenRequests()).isEmpty();
  }

  @Test
  void should_renew_once_and_repeat_when_the_service_refuses_the_token() {
    world.server.endAccessTokens();

    assertThat(call().id()).isEqualTo("ada");
    assertThat(world.server.tokenRequests()).hasSize(1);
    assertThat(state()).isEqualTo(ConnectionState.ACTIVE);
  }

  @Test
  void should_wait_for_a_person_when_the_grant_is_dead() {
    world.server.forgetEverybody();

    assertThatThrownBy(this::call).isInstanceOf(ReauthorizationNeeded.class);

    assertThat(state()).isEqualTo(ConnectionState.NEEDS_REAUTH);
    assertThat(connection().reason()).hasValueSatisfying(why -> assertThat(why).contains("grant"));
    problem(this::call, ProblemType.CONFLICT);
  }

  @Test
  void should_wait_for_a_person_when_the_service_refuses_new_tokens_too() {
    world.server.accountFault = answer -> REFUSAL;

    assertThatThrownBy(this::call).isInstanceOf(ReauthorizationNeeded.class);

    assertThat(state()).isEqualTo(ConnectionState.NEEDS_REAUTH);
    assertThat(world.server.tokenRequests()).hasSize(1);
  }

  @Test
  void should_stay_active_when_the_service_is_only_down() {
    world.server.accountFault = answer -> new Answer(503, Map.of(), "");
    assertThatThrownBy(this::call).isInstanceOf(Unavailable.class);

    world.server.accountFault = UnaryOperator.identity();
    world.server.endAccessTokens();
    world.server.tokenFault = answer -> new Answer(503, Map.of(), "");
    assertThatThrownBy(this::call).isInstanceOf(Unavailable.class);

    assertThat(state()).isEqualTo(ConnectionState.ACTIVE);
  }

  @Test
  void should_stay_active_when_a_person_connected_again_during_the_call() {
    world.server.accountFault =
        first -> {
          world.server.accountFault =
              second -> {
                world.server.accountFault = UnaryOperator.identity();
                world.connected();
                return REFUSAL;
              };
          return REFUSAL;
        };

    assertThatThrownBy(this::call).isInstanceOf(ReauthorizationNeeded.class);

    assertThat(state()).isEqualTo(ConnectionState.ACTIVE);
    assertThat(call().id()).isEqualTo("ada");
  }

  @Test
  void should_be_active_again_when_a_person_connects_again() {
    world.server.forgetEverybody();
    assertThatThrownBy(this::call).isInstanceOf(ReauthorizationNeeded.class);

    assertThat(world.connected()).isEqualTo(id);

    assertThat(state()).isEqualTo(ConnectionState.ACTIVE);
    assertThat(connection().reason()).isEmpty();
    assertThat(call().id()).isEqualTo("ada");
  }

  @Test
  void should_tell_by_its_state_when_a_check_finds_the_grant_dead() {
    world.server.forgetEverybody();

    check.run(TENANT, id);

    assertThat(state()).isEqualTo(ConnectionState.NEEDS_REAUTH);
  }

  @Test
  void should_tell_once_that_it_is_lost_when_many_find_out() throws Exception {
    world.server.forgetEverybody();
    Together.run(
        8,
        caller -> {
          check.run(TENANT, id);
          return caller;
        });
    check.run(TENANT, id);

    assertClosed(world.lost.heard().size() > 1, "the same loss was told more than once");
    assertThat(world.lost.heard()).containsExactly(new ConnectionLost(TENANT, id));
    assertThat(world.recovered.heard()).isEmpty();
  }

  @Test
  void should_be_active_again_when_a_check_finds_the_grant_alive() {
    world.server.accountFault = answer -> REFUSAL;
    check.run(TENANT, id);
    assertThat(state()).isEqualTo(ConnectionState.NEEDS_REAUTH);

    world.server.accountFault = UnaryOperator.identity();
    check.run(TENANT, id);
    check.run(TENANT, id);

    assertThat(state()).isEqualTo(ConnectionState.ACTIVE);
    assertThat(world.recovered.heard()).containsExactly(new ConnectionRecovered(TENANT, id));
  }

  @Test
  void should_need_a_person_when_the_service_answers_for_another_account() {
    world.server.accountFault = answer -> Answer.json(200, Map.of("id", "eve", "name", "Eve"));

    check.run(TENANT, id);

    assertThat(state()).isEqualTo(ConnectionState.NEEDS_REAUTH);
    assertThat(world.lost.heard()).containsExactly(new ConnectionLost(TENANT, id));
    assertThat(connection().account().id()).isEqualTo("ada");
  }

  @Test
  void should_do_nothing_while_it_is_paused() {
    changes.pause(TENANT, id);

    assertThat(state()).isEqualTo(ConnectionState.PAUSED);
    problem(this::call, ProblemType.CONFLICT);
    problem(() -> changes.pause(TENANT, id), ProblemType.CONFLICT);
    changes.resume(TENANT, id);
    assertThat(call().id()).isEqualTo("ada");
  }

  @Test
  void should_have_its_new_name_when_it_is_renamed() {
    changes.rename(TENANT, id, " Ada's calendar ");

    assertThat(connection().name()).isEqualTo("Ada's calendar");
  }

  @Test
  void should_revoke_and_forget_the_grant_when_it_is_disconnected() {
    disconnection.run(TENANT, id, RecordDisposal.ERASE);

    assertThat(state()).isEqualTo(ConnectionState.DISCONNECTED);
    assertThat(world.grants.find(connection().holder())).isEmpty();
    assertThat(world.server.revoked()).singleElement().asString().startsWith("refresh-");
    assertThat(world.ended.heard()).contains(new ConnectionEnded(TENANT, id, RecordDisposal.ERASE));
    assertThat(pendingRevocations()).isZero();
    problem(this::call, ProblemType.CONFLICT);
    problem(() -> check.run(TENANT, id), ProblemType.CONFLICT);
  }

  @Test
  void should_do_no_harm_when_it_is_disconnected_twice() {
    disconnection.run(TENANT, id, RecordDisposal.KEEP);
    disconnection.run(TENANT, id, RecordDisposal.ERASE);

    assertThat(world.server.revoked()).hasSize(1);
    assertThat(state()).isEqualTo(ConnectionState.DISCONNECTED);
  }

  @Test
  void should_tell_once_that_it_has_ended_when_it_is_disconnected_twice() {
    disconnection.run(TENANT, id, RecordDisposal.KEEP);
    disconnection.run(TENANT, id, RecordDisposal.KEEP);
    assertThat(world.discarded.heard()).isEmpty();
    disconnection.run(TENANT, id, RecordDisposal.ERASE);

    assertThat(world.ended.heard())
        .containsExactly(new ConnectionEnded(TENANT, id, RecordDisposal.KEEP));
    assertThat(world.discarded.heard()).containsExactly(new RecordsDiscarded(TENANT, id));
  }

  @Test
  void should_tell_who_follows_when_it_is_paused_and_resumed() {
    changes.pause(TENANT, id);
    problem(() -> changes.pause(TENANT, id), ProblemType.CONFLICT);
    changes.resume(TENANT, id);

    assertThat(world.told().all(TENANT))
        .extracting(Event::type, Event::subject)
        .containsSubsequence(tuple("connection.paused", id), tuple("connection.resumed", id))
        .doesNotHaveDuplicates();
  }

  @Test
  void should_stay_lost_when_a_dead_grant_is_checked_long_after() {
    world.server.forgetEverybody();
    check.run(TENANT, id);
    world.clock.advance(Duration.ofDays(2));

    check.run(TENANT, id);
    check.run(TENANT, id);

    assertThat(world.server.tokenRequests()).hasSize(1);
    assertThat(state()).isEqualTo(ConnectionState.NEEDS_REAUTH);
    assertThat(world.lost.heard()).hasSize(1);
  }

  @Test
  void should_revoke_later_when_the_service_is_down() {
    world.server.revokeFault = answer -> new Answer(503, Map.of(), "");
    disconnection.run(TENANT, id, RecordDisposal.KEEP);
    assertThat(state()).isEqualTo(ConnectionState.DISCONNECTED);
    assertThat(pendingRevocations()).isEqualTo(1);

    world.server.revokeFault = UnaryOperator.identity();
    world.revocations.attemptAll();

    assertThat(world.server.revoked()).hasSize(1);
    assertThat(pendingRevocations()).isZero();
  }

  @Test
  void should_revoke_the_others_when_what_is_kept_of_one_does_not_open() {
    world.server.revokeFault = answer -> new Answer(503, Map.of(), "");
    disconnection.run(TENANT, id, RecordDisposal.KEEP);
    spoilPendingRevocations();
    world.server.account = "bob";
    disconnection.run(TENANT, world.connected(), RecordDisposal.KEEP);
    world.server.revokeFault = UnaryOperator.identity();

    assertClosed(revocationFails(), "one bad row keeps all others from being revoked");

    assertThat(world.server.revoked()).hasSize(1);
    assertThat(pendingRevocations()).as("what does not open is not forgotten").isEqualTo(1);
  }

  @Test
  void should_not_try_for_ever_when_the_service_does_not_know_the_grant_any_more() {
    world.server.revokeFault = answer -> Answer.error(400, "invalid_token");

    disconnection.run(TENANT, id, RecordDisposal.KEEP);

    assertThat(pendingRevocations()).isZero();
  }

  @Test
  void should_keep_the_consent_when_another_connection_lives_from_it() {
    var sibling = world.connectedFor("ann");

    disconnection.run(TENANT, id, RecordDisposal.KEEP);
    assertThat(world.server.revoked()).isEmpty();
    assertThat(call(sibling).id()).isEqualTo("ada");

    disconnection.run(TENANT, sibling, RecordDisposal.KEEP);
    assertThat(world.server.revoked()).hasSize(1);
  }

  @Test
  void should_come_back_under_its_id_when_it_is_connected_after_the_end() {
    disconnection.run(TENANT, id, RecordDisposal.KEEP);

    assertThat(world.connected()).isEqualTo(id);
    assertThat(state()).isEqualTo(ConnectionState.ACTIVE);
  }

  @Test
  void should_not_be_there_for_another_tenant() {
    problem(
        () -> world.live.read(OTHER_TENANT, id, "test", McpClient::check), ProblemType.NOT_FOUND);
    problem(() -> check.run(OTHER_TENANT, id), ProblemType.NOT_FOUND);
    problem(() -> changes.rename(OTHER_TENANT, id, "mine"), ProblemType.NOT_FOUND);
    problem(() -> changes.pause(OTHER_TENANT, id), ProblemType.NOT_FOUND);
    problem(() -> disconnection.run(OTHER_TENANT, id, RecordDisposal.ERASE), ProblemType.NOT_FOUND);
    assertThat(state()).isEqualTo(ConnectionState.ACTIVE);
  }

  @Test
  void should_renew_ahead_when_a_call_comes_shortly_before_the_end() {
    world.clock.advance(Duration.ofMinutes(56));

    assertThat(call().id()).isEqualTo("ada");
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
    call();

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

  @Test
  void should_end_a_run_when_the_connection_is_paused_in_the_middle() {
    var source = world.live.sources(TENANT, id, "run_1").get(0);
    changes.pause(TENANT, id);

    problem(() -> source.collections(Cursor.start()), ProblemType.CONFLICT);
  }

  private dev.patchbay.api.Account call() {
    return call(id);
  }

  private dev.patchbay.api.Account call(String connectionId) {
    return world.live.read(TENANT, connectionId, "test", McpClient::check);
  }

  private ConnectionState state() {
    return connection().state();
  }

  private Connection connection() {
    return world.inTransaction(() -> world.connections.find(TENANT, id).orElseThrow());
  }

  private boolean revocationFails() {
    try {
      world.revocations.attemptAll();
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private void spoilPendingRevocations() {
    world.inTransaction(
        () ->
            world
                .database
                .entities()
                .createNativeQuery("update pending_revocation set sealed_revocation = ?")
                .setParameter(1, new byte[] {1, 2, 3})
                .executeUpdate());
  }

  private long pendingRevocations() {
    return world.inTransaction(
        () ->
            world
                .database
                .entities()
                .createQuery("select count(r) from PendingRevocation r", Long.class)
                .getSingleResult());
  }

  private static void problem(ThrowingCallable call, ProblemType expected) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.type()).isEqualTo(expected));
  }
}
