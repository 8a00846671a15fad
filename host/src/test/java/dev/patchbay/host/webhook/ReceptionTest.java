package dev.patchbay.host.webhook;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static dev.patchbay.host.fixture.Wall.assertClosed;
import static dev.patchbay.host.fixture.Wall.assertRefused;
import static dev.patchbay.host.integration.SampleIntegration.SIGNING_SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.webhook.WebhookRequest;
import dev.patchbay.host.connection.ConnectionEnded;
import dev.patchbay.host.connection.RecordDisposal;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.Together;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import dev.patchbay.host.sync.SoonerPulls.Promise;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ReceptionTest {
  private static final String EVENT = "Ev1 ada event";

  @AutoClose private final HookWorld hooks;
  private final String connection;
  private final String token;

  ReceptionTest(Dialect dialect) {
    hooks = new HookWorld(dialect);
    connection = hooks.world.connected();
    token = hooks.token(hooks.world.integrationId);
  }

  @Test
  void should_have_the_connection_pulled_sooner_when_its_service_tells_of_a_change() {
    assertThat(hooks.receive(token, signed(EVENT))).isEmpty();
    hooks.rounds.run();
    hooks.rounds.run();

    assertThat(hooks.kept()).containsExactly(connection + " event");
    assertThat(hooks.pulls.asked()).containsExactly(connection + " event");
  }

  @Test
  void should_pull_every_type_when_the_service_names_none() {
    hooks.receive(token, signed("Ev1 ada"));
    hooks.rounds.run();

    assertThat(hooks.pulls.asked())
        .containsExactlyInAnyOrder(connection + " event", connection + " contact");
  }

  @Test
  void should_ask_again_when_a_run_is_on_its_way_that_may_be_past_it() {
    hooks.pulls.promise(Promise.LATER);
    hooks.receive(token, signed(EVENT));
    hooks.rounds.run();
    assertThat(hooks.pulls.asked()).isEmpty();

    hooks.pulls.promise(Promise.SOON);
    hooks.rounds.run();

    assertThat(hooks.pulls.asked()).containsExactly(connection + " event");
  }

  @Test
  void should_ask_once_when_many_deliveries_wait_for_the_same() {
    for (int i = 0; i < 20; i++) {
      hooks.receive(token, signed("Ev" + i + " ada event"));
    }
    hooks.rounds.run();

    assertThat(hooks.pulls.asked()).containsExactly(connection + " event");
    assertThat(hooks.texts("select id from webhook_delivery where handled_at is null")).isEmpty();
  }

  @Test
  void should_answer_the_challenge_of_a_service_that_signs_it() {
    assertThat(hooks.receive(token, signed("challenge 3eZbrw1a"))).contains("3eZbrw1a");
    assertThat(hooks.kept()).isEmpty();
  }

  @Test
  void should_keep_every_delivery_when_many_come_at_once() throws Exception {
    var reception = hooks.reception(new ReceptionGate(64, 64));
    Together.run(
        40, number -> reception.receive("service", token, signed("Ev" + number + " ada event")));

    assertThat(hooks.kept()).hasSize(40);
  }

  @Test
  void should_keep_nothing_when_nobody_has_connected_the_account() {
    hooks.receive(token, signed("Ev1 grace event"));

    assertThat(hooks.kept()).isEmpty();
  }

  @Test
  void should_not_take_a_webhook_when_it_is_forged() {
    assertRefused(
        () -> hooks.receive(token, Teller.signed(EVENT, "another secret", now())),
        "a forged webhook");
    assertThat(hooks.kept()).isEmpty();
  }

  @Test
  void should_tell_no_reason_when_a_webhook_is_refused() {
    problem(
        () -> hooks.receive(token, Teller.signed(EVENT, "another secret", now())),
        ProblemType.UNAUTHENTICATED,
        "The webhook is refused.");
  }

  @Test
  void should_not_take_a_webhook_when_it_was_signed_long_ago() {
    var old = Teller.signed(EVENT, SIGNING_SECRET, now()).at(now());
    hooks.world.clock.advance(Duration.ofMinutes(6));

    assertRefused(() -> hooks.receive(token, old), "a stale webhook");
  }

  @Test
  void should_take_nothing_when_no_secret_is_filled_in() {
    hooks.world.inTransaction(
        () ->
            hooks
                .world
                .database
                .entities()
                .createNativeQuery("update integration set sealed_settings = null")
                .executeUpdate());

    assertRefused(() -> hooks.receive(token, Teller.repeating(EVENT, "")), "an unsigned webhook");
  }

  @Test
  void should_know_a_delivery_when_it_comes_again() throws Exception {
    var same = signed(EVENT);
    Together.run(10, number -> hooks.receive(token, same));
    hooks.rounds.run();
    hooks.receive(token, same);
    hooks.rounds.run();

    assertClosed(hooks.kept().size() > 1, "a delivery for the second time");
    assertThat(hooks.pulls.asked()).containsExactly(connection + " event");
  }

  @Test
  void should_know_a_delivery_for_a_day() {
    hooks.receive(token, signed(EVENT));
    hooks.rounds.run();
    hooks.world.clock.advance(InboxCare.KEPT);
    hooks.care.forget();
    assertThat(hooks.kept()).hasSize(1);

    hooks.world.clock.advance(Duration.ofSeconds(1));
    hooks.care.forget();
    assertThat(hooks.kept()).isEmpty();
  }

  @Test
  void should_not_forget_what_nobody_has_handled() {
    hooks.receive(token, signed(EVENT));
    hooks.world.clock.advance(Duration.ofDays(30));
    hooks.care.forget();

    assertThat(hooks.kept()).hasSize(1);
  }

  @Test
  void should_not_reach_the_connections_of_another_tenant() {
    hooks.world.setUp("int_2", OTHER_TENANT);
    String theirs = hooks.token(OTHER_TENANT, "int_2");

    hooks.receive(theirs, signed(EVENT));

    assertClosed(!hooks.kept().isEmpty(), "a connection of another tenant");
  }

  @Test
  void should_not_reach_the_connections_of_another_integration() {
    hooks.world.setUp("int_2", TENANT);
    String other = hooks.token("int_2");

    hooks.receive(other, signed(EVENT));

    assertClosed(!hooks.kept().isEmpty(), "a connection of another integration");
  }

  @Test
  void should_not_show_the_address_of_another_tenant() {
    assertRefused(
        () -> look(OTHER_TENANT, hooks.world.integrationId), "the address of another tenant");
    assertRefused(
        () -> hooks.token(OTHER_TENANT, hooks.world.integrationId),
        "an address for another tenant");
  }

  @Test
  void should_take_nothing_when_the_address_is_guessed() {
    assertRefused(
        () -> hooks.receive("a".repeat(token.length()), signed(EVENT)), "a guessed address");
  }

  @Test
  void should_take_nothing_when_the_address_is_another_plugins() {
    assertRefused(
        () -> hooks.reception().receive("other", token, signed(EVENT)),
        "the address of another plugin");
  }

  @Test
  void should_look_like_any_other_place_when_there_is_no_such_address() {
    problem(
        () -> hooks.reception().receive("no plugin/at:all", "\u0000%", signed(EVENT)),
        ProblemType.NOT_FOUND,
        "There is nothing at this address.");
    problem(
        () -> hooks.receive(token + "a", signed(EVENT)),
        ProblemType.NOT_FOUND,
        "There is nothing at this address.");
  }

  @Test
  void should_keep_no_address_in_clear() {
    assertClosed(
        hooks.texts("select token_hash from webhook_address").contains(token),
        "an address, to whoever reads the database");
    assertThat(look(TENANT, hooks.world.integrationId).url()).endsWith("/service/" + token);
  }

  @Test
  void should_take_nothing_at_an_address_that_was_replaced() {
    String next = hooks.token(hooks.world.integrationId);

    assertRefused(() -> hooks.receive(token, signed(EVENT)), "an address that was replaced");
    assertThat(hooks.receive(next, signed(EVENT))).isEmpty();
  }

  @Test
  void should_turn_away_what_is_too_much_and_say_when_to_come_again() {
    var reception = hooks.reception(new ReceptionGate(64, 1));
    var first =
        CompletableFuture.runAsync(() -> reception.receive("service", token, signed("wait")));
    await(hooks.teller);

    assertRefused(
        () -> reception.receive("service", token, signed(EVENT)), "more than one at a time");
    assertThatThrownBy(() -> reception.receive("service", token, signed(EVENT)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
              assertThat(problem.retryAfter()).isPresent();
            });
    hooks.teller.mayLeave.countDown();
    first.join();
    assertThat(reception.receive("service", token, signed(EVENT))).isEmpty();
  }

  @Test
  void should_keep_nothing_of_a_connection_that_has_ended() {
    hooks.receive(token, signed(EVENT));

    hooks.world.inTransaction(
        () -> {
          end();
          return true;
        });

    assertClosed(!hooks.kept().isEmpty(), "what was told of a connection that has ended");
  }

  private void end() {
    try {
      hooks.care.end(new ConnectionEnded(TENANT, connection, RecordDisposal.KEEP));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(Teller teller) {
    try {
      assertThat(teller.inside.await(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private WebhookAddressSummary look(String tenantId, String integrationId) {
    try {
      return hooks.addresses.look(tenantId, integrationId);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private java.time.Instant now() {
    return hooks.world.clock.instant();
  }

  private WebhookRequest signed(String text) {
    return Teller.signed(text, SIGNING_SECRET, now());
  }

  private static void problem(ThrowingCallable call, ProblemType type, String detail) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(type);
              assertThat(List.of(problem.getMessage())).containsExactly(detail);
            });
  }
}
