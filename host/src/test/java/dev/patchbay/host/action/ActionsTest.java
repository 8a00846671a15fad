package dev.patchbay.host.action;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static dev.patchbay.host.fixture.Wall.assertClosed;
import static dev.patchbay.host.fixture.Wall.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.caller.RequestKey;
import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.connection.ConnectionActions;
import dev.patchbay.host.connection.EndUserErased;
import dev.patchbay.host.fixture.AuthorizationServer.Answer;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.Together;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.integration.Permissions;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.plugin.DeclaredPlugins;
import dev.patchbay.host.problem.FieldError;
import dev.patchbay.host.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ActionsTest {
  private static final Map<String, Object> HELLO =
      Map.of("to", List.of("grace@crm.test"), "text", "Hello");

  private final ConnectWorld world;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger sent = new AtomicInteger();
  private final ConnectionActions connections;
  private final ActionRuns runs;
  private final Actions actions;
  private final OfferedActions offered;
  private final ActionCare care;
  private final String connection;

  ActionsTest(Dialect dialect) {
    var plugins = new DeclaredPlugins(new Messenger());
    world = new ConnectWorld(dialect, plugins);
    connections = new ConnectionActions(world.live, plugins.calls());
    offered = new OfferedActions(connections);
    runs = new ActionRuns(world.database.entities());
    var transactions = world.database.transactions();
    actions = new Actions(runs, connections, transactions, new Ids(world.clock), world.clock);
    care = new ActionCare(runs, transactions, null, world.clock);
    connection = world.connected();
    answer(form -> Answer.json(200, Map.of("text", form.get("text"))));
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
    world.close();
  }

  @Test
  void should_do_what_is_asked() {
    var run = perform(HELLO, "key-1");

    assertThat(run.state()).isEqualTo(ActionState.SUCCEEDED);
    assertThat(run.result()).hasValue(Map.of("said", "{\"text\":\"Hello\"}"));
    assertThat(run.finishedAt()).isEqualTo(world.clock.instant());
  }

  @Test
  void should_have_one_effect_when_a_hundred_ask_with_one_key() throws Exception {
    var answers = Together.run(100, number -> perform(HELLO, "key-1").result());

    assertClosed(sent.get() > 1, "a second effect of one key");
    assertThat(answers).containsOnly(Optional.of(Map.of("said", "{\"text\":\"Hello\"}")));
  }

  @Test
  void should_do_it_each_time_when_no_key_is_given() {
    performers().perform(request(HELLO, null));
    performers().perform(request(HELLO, null));

    assertThat(sent).hasValue(2);
  }

  @Test
  void should_keep_the_keys_of_tenants_apart() {
    perform(HELLO, "key-1");

    assertClosed(
        !actions
            .begin(
                new ActionRequest(
                    OTHER_TENANT, connection, "send-message", HELLO, RequestKey.of("key-1")))
            .mine(),
        "a run of another tenant, by its key");
  }

  @Test
  void should_refuse_another_request_when_its_key_is_taken() {
    perform(HELLO, "key-1");

    var other = Map.<String, Object>of("to", List.of("ada@crm.test"), "text", "Hello");
    assertRefused(() -> perform(other, "key-1"), "another request under a key that is taken");
    assertThat(sent).hasValue(1);
  }

  @Test
  void should_answer_the_same_when_the_service_refused() {
    answer(form -> Answer.error(400, "no_such_person"));

    var first = perform(HELLO, "key-1");
    var second = perform(HELLO, "key-1");

    assertThat(first.state()).isEqualTo(ActionState.FAILED);
    assertThat(first.category()).isEqualTo("Rejected");
    assertThat(first.problem()).contains("no_such_person");
    assertThat(second.problem()).isEqualTo(first.problem());
    assertThat(sent).hasValue(1);
  }

  @Test
  void should_try_again_with_the_same_key_when_the_failure_passes() {
    answer(form -> Answer.error(429, "slow_down"));
    var refused = perform(HELLO, "key-1");
    world.clock.advance(Duration.ofHours(2));
    answer(form -> Answer.json(200, Map.of("text", "Hello")));

    assertThat(refused.category()).isEqualTo("RateLimited");
    assertThat(refused.retryAfter()).hasValue(Duration.ofHours(1));
    assertThat(actions.begin(request(HELLO, "key-1")).mine()).isTrue();
  }

  @Test
  void should_not_repeat_what_may_have_been_done() {
    answer(form -> Answer.error(503, "broken"));

    var first = perform(HELLO, "key-1");
    var second = perform(HELLO, "key-1");

    assertClosed(sent.get() > 1, "a second attempt at what may have been done");
    assertThat(first.state()).isEqualTo(ActionState.OUTCOME_UNKNOWN);
    assertThat(second.state()).isEqualTo(ActionState.OUTCOME_UNKNOWN);
  }

  @Test
  void should_repeat_it_when_the_plugin_says_that_nothing_was_done() {
    answer(form -> Answer.json(200, sent.get() > 1 ? Map.of("ok", true) : Messenger.TURNED_AWAY));

    assertThat(perform(HELLO, "key-1").state()).isEqualTo(ActionState.SUCCEEDED);
    assertThat(sent).hasValue(2);
  }

  @Test
  void should_go_on_when_the_caller_has_not_waited() throws Exception {
    var answered = new CountDownLatch(1);
    answer(
        form -> {
          await(answered);
          return Answer.json(200, Map.of("text", "late"));
        });
    var impatient = new Performers(actions, threads, Duration.ofMillis(1));

    var id = impatient.perform(request(HELLO, "key-1"));
    var before = actions.require(TENANT, id);
    answered.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

    assertThat(before.state()).isEqualTo(ActionState.RUNNING);
    assertThat(actions.require(TENANT, id).result()).isPresent();
  }

  @Test
  void should_say_that_nobody_knows_when_the_server_has_died() {
    var begun = actions.begin(request(HELLO, "key-1"));
    world.clock.advance(ActionCare.LONGEST.plusSeconds(1));

    care.giveUp();

    var run = actions.require(TENANT, begun.runId());
    assertClosed(
        actions.begin(request(HELLO, "key-1")).mine(), "a repetition of what a dead node began");
    assertThat(run.state()).isEqualTo(ActionState.OUTCOME_UNKNOWN);
  }

  @Test
  void should_know_a_key_for_a_day() {
    perform(HELLO, "key-1");
    world.clock.advance(ActionCare.KEPT.minusSeconds(1));
    care.forget();
    assertThat(actions.begin(request(HELLO, "key-1")).mine()).isFalse();

    world.clock.advance(Duration.ofSeconds(2));
    care.forget();
    assertThat(actions.begin(request(HELLO, "key-1")).mine()).isTrue();
  }

  @Test
  void should_name_every_field_that_the_action_does_not_take() {
    assertThatThrownBy(
            () ->
                offered.accept(
                    TENANT,
                    connection,
                    "send-message",
                    Map.of("to", "grace@crm.test", "subject", "Hello")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.errors())
                    .extracting(FieldError::field)
                    .containsExactlyInAnyOrder("to", "subject"));
  }

  @Test
  void should_offer_only_what_the_integration_allows() {
    world.allow(new Permissions(null, Set.of("preview")));

    assertRefused(
        () -> offered.accept(TENANT, connection, "send-message", HELLO),
        "an action that the integration does not allow");
  }

  @Test
  void should_do_nothing_over_the_connection_of_another_tenant() {
    assertRefused(() -> offered.of(OTHER_TENANT, connection), "a connection of another tenant");
    assertThat(sent).hasValue(0);
  }

  @Test
  void should_keep_nothing_of_a_person_who_is_erased() {
    var run = perform(HELLO, "key-1");

    world.inTransaction(
        () -> {
          new ErasedActionRuns(runs).remove(new EndUserErased(TENANT, "ann", List.of(connection)));
          return true;
        });

    assertThatThrownBy(() -> actions.require(TENANT, run.id()))
        .isInstanceOf(ProblemException.class);
  }

  private ActionRun perform(Map<String, Object> input, String key) {
    return actions.require(TENANT, performers().perform(request(input, key)));
  }

  private Performers performers() {
    return new Performers(actions, threads, Duration.ofSeconds(30));
  }

  private ActionRequest request(Map<String, Object> input, String key) {
    return new ActionRequest(TENANT, connection, "send-message", input, RequestKey.of(key));
  }

  private void answer(Function<Map<String, String>, Answer> service) {
    world.server.further.put(
        Messenger.PATH,
        form -> {
          sent.incrementAndGet();
          return service.apply(form);
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
