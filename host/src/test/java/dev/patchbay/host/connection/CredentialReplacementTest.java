package dev.patchbay.host.connection;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.McpClient;
import dev.patchbay.api.auth.Authorization;
import dev.patchbay.api.auth.ClientCredentials;
import dev.patchbay.api.auth.Form;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.connect.TypedIn;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.AuthorizationServer.Answer;
import dev.patchbay.host.fixture.HeardEvent;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.RecordedChores;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.plugin.DeclaredPlugins;
import dev.patchbay.host.plugin.WebService;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import dev.patchbay.host.startup.HostStarted;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is typed in for a connection, in the place of what was typed in before. */
@OnBothDatabases
class CredentialReplacementTest {
  private final Dialect dialect;
  private ConnectWorld world;
  private String id;

  CredentialReplacementTest(Dialect dialect) {
    this.dialect = dialect;
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void should_use_the_new_key_when_the_service_accepts_it() {
    connectWithKey();
    world.server.keys.put("Bearer next-key", "ada");

    replace("next-key");
    world.server.keys.remove("Bearer first-key");

    assertThat(check()).isEqualTo("ada");
    assertThat(world.replaced.heard()).containsExactly(new CredentialReplaced(TENANT, id));
    assertThat(world.recovered.heard()).isEmpty();
  }

  @Test
  void should_keep_the_old_key_and_tell_the_services_words_when_it_refuses_the_new_one() {
    connectWithKey();

    assertThatThrownBy(() -> replace("mistyped"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.INVALID_CONTENT);
              assertThat(problem.category()).contains("ReauthorizationNeeded");
              assertThat(problem).hasMessageContaining("Because invalid_token");
            });

    assertThat(check()).isEqualTo("ada");
    assertThat(connection().state()).isEqualTo(ConnectionState.ACTIVE);
    assertThat(world.replaced.heard()).isEmpty();
  }

  @Test
  void should_not_repeat_the_key_when_the_service_does() {
    connectWithKey();
    world.server.accountFault = answer -> new Answer(401, Map.of(), "no such key: mistyped");

    assertThatThrownBy(() -> replace("mistyped")).hasMessageNotContaining("mistyped");
  }

  @Test
  void should_keep_the_old_key_when_the_new_one_opens_another_account() {
    connectWithKey();
    world.server.keys.put("Bearer of-eve", "eve");

    problem(() -> replace("of-eve"), ProblemType.CONFLICT);

    assertThat(check()).isEqualTo("ada");
  }

  @Test
  void should_keep_the_old_key_when_the_service_is_down() {
    connectWithKey();
    world.server.accountFault = answer -> new Answer(200, Map.of(), "<html>");
    assertThatThrownBy(() -> replace("next-key")).isInstanceOf(Unavailable.class);

    world.server.accountFault = UnaryOperator.identity();

    assertThat(check()).isEqualTo("ada");
  }

  @Test
  void should_name_the_field_when_one_is_missing_or_unknown() {
    connectWithKey();

    assertThatThrownBy(() -> replace(Map.of("key", "x")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.errors())
                    .extracting("field")
                    .containsExactlyInAnyOrder("fields.key", "fields.token"));
  }

  @Test
  void should_work_again_when_the_key_was_withdrawn_before() {
    connectWithKey();
    world.server.keys.clear();
    assertThatThrownBy(this::check).isInstanceOf(ReauthorizationNeeded.class);
    world.server.keys.put("Bearer next-key", "ada");

    replace("next-key");

    assertThat(check()).isEqualTo("ada");
    assertThat(world.recovered.heard()).containsExactly(new ConnectionRecovered(TENANT, id));
  }

  @Test
  void should_stay_paused_when_it_is_paused() {
    connectWithKey();
    world.server.keys.put("Bearer next-key", "ada");
    world.inTransaction(
        () -> {
          world.connections.findToChange(TENANT, id).orElseThrow().pause(world.clock.instant());
          return true;
        });

    replace("next-key");

    assertThat(connection().state()).isEqualTo(ConnectionState.PAUSED);
  }

  @Test
  void should_replace_a_client_only_by_one_that_gets_a_token() {
    use(ClientCredentials.builder("https://" + AuthorizationServer.HOST + "/token").build());
    var right =
        Map.<String, Object>of(
            "clientId", AuthorizationServer.CLIENT_ID,
            "clientSecret", AuthorizationServer.CLIENT_SECRET);
    id = TypedIn.connect(world, right);

    assertThatThrownBy(
            () -> replace(Map.of("clientId", "client-1", "clientSecret", "wrong-secret")))
        .hasMessageContaining("invalid_client")
        .hasMessageNotContaining("wrong-secret");
    replace(right);

    assertThat(check()).isEqualTo("ada");
  }

  @Test
  void should_ask_for_a_reconnect_when_nothing_was_typed_in() {
    world = new ConnectWorld(dialect);
    id = world.connected();

    problem(() -> replace("key"), ProblemType.CONFLICT);
    problem(() -> expect(10), ProblemType.CONFLICT);
  }

  @Test
  void should_refuse_what_is_disconnected_or_of_another_tenant() {
    connectWithKey();

    problem(
        () -> world.replacement.replace(OTHER_TENANT, id, given(Map.of("token", "x"))),
        ProblemType.NOT_FOUND);
    problem(
        () -> world.replacement.expectEnd(OTHER_TENANT, id, new ExpectedEnd(null)),
        ProblemType.NOT_FOUND);
    world.disconnection().run(TENANT, id, RecordDisposal.KEEP);
    problem(() -> replace("first-key"), ProblemType.CONFLICT);
    problem(() -> expect(10), ProblemType.CONFLICT);
  }

  @Test
  void should_announce_the_end_that_a_person_knows_until_it_is_replaced() {
    connectWithKey();
    var told = new HeardEvent<CredentialEnding>();
    var chores = announcing(told);
    expect(20);
    chores.runAll();
    assertThat(told.heard()).isEmpty();

    world.clock.advance(Duration.ofDays(6));
    chores.runAll();
    chores.runAll();
    assertThat(told.heard()).hasSize(1);

    replace("first-key");
    expect(13);
    replace("first-key");
    chores.runAll();
    assertThat(told.heard()).hasSize(1);
  }

  @Test
  void should_keep_the_end_when_a_client_gets_its_next_token() {
    use(ClientCredentials.builder("https://" + AuthorizationServer.HOST + "/token").build());
    id =
        TypedIn.connect(
            world,
            Map.of(
                "clientId", AuthorizationServer.CLIENT_ID,
                "clientSecret", AuthorizationServer.CLIENT_SECRET));
    var told = new HeardEvent<CredentialEnding>();
    var chores = announcing(told);
    expect(10);
    world.clock.advance(Duration.ofHours(2));
    assertThat(check()).isEqualTo("ada");

    chores.runAll();

    assertThat(told.heard()).hasSize(1);
  }

  private void connectWithKey() {
    use(Form.apiKey("API key", "Under Settings, API"));
    world.server.keys.put("Bearer first-key", "ada");
    id = TypedIn.connect(world, Map.of("token", "first-key"));
  }

  private void use(Authorization authorization) {
    world = new ConnectWorld(dialect, new DeclaredPlugins(new WebService(authorization)));
  }

  private RecordedChores announcing(HeardEvent<CredentialEnding> told) {
    var chores = new RecordedChores();
    new EndingCredentials(
            new CredentialEnds(world.database.entities()),
            world.database.transactions(),
            told,
            chores,
            world.clock)
        .begin(new HostStarted());
    return chores;
  }

  private void expect(int days) {
    var end = world.clock.instant().plus(Duration.ofDays(days));
    world.replacement.expectEnd(TENANT, id, new ExpectedEnd(end));
  }

  private void replace(String key) {
    replace(Map.of("token", key));
  }

  private void replace(Map<String, Object> fields) {
    world.replacement.replace(TENANT, id, given(fields));
  }

  private static NewCredential given(Map<String, Object> fields) {
    return new NewCredential(fields, null);
  }

  private String check() {
    return world.live.read(TENANT, id, "test", McpClient::check).id();
  }

  private Connection connection() {
    return world.inTransaction(() -> world.connections.find(TENANT, id).orElseThrow());
  }

  private static void problem(ThrowingCallable call, ProblemType expected) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.type()).isEqualTo(expected));
  }
}
