package dev.patchbay.host.connect;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.McpClient;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.auth.Authorization;
import dev.patchbay.api.auth.ClientCredentials;
import dev.patchbay.api.auth.Form;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.host.connection.Connection;
import dev.patchbay.host.connection.ConnectionState;
import dev.patchbay.host.connection.RecordDisposal;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.AuthorizationServer.Answer;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.plugin.WebService;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ways to authorise that a person types in, from the link to the plugin's call. */
@OnBothDatabases
class FormFlowTest {
  private static final Map<String, Object> KEY = Map.of("token", "key-of-ada");
  private static final Map<String, Object> CLIENT =
      Map.of(
          "clientId", AuthorizationServer.CLIENT_ID,
          "clientSecret", AuthorizationServer.CLIENT_SECRET);

  private final Dialect dialect;
  private AttackWorld world;

  FormFlowTest(Dialect dialect) {
    this.dialect = dialect;
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void should_describe_the_form_when_the_link_was_opened() {
    useKeys();
    var filling = world.open();

    var page = world.world.forms.show(filling.session().id(), browser(filling)).orElseThrow();

    assertThat(page.service()).isEqualTo("Service");
    assertThat(page.fields())
        .extracting(FormPage.Field::name, FormPage.Field::label, FormPage.Field::kind)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("token", "API key", "secret"));
  }

  @Test
  void should_lead_to_the_static_page_when_the_link_is_opened() {
    useKeys();
    var filling = world.open();

    var answer = world.world.answers.toForm(filling.visit());

    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeaderString("Location"))
        .isEqualTo("https://crm.test/api/result/form.html#" + filling.session().id());
    assertThat(answer.getHeaderString("Set-Cookie"))
        .startsWith("__Host-patchbay-form-" + filling.session().id() + "=")
        .contains("; HttpOnly; SameSite=Strict; Secure");
  }

  @Test
  void should_connect_with_an_api_key_that_the_service_accepts() {
    useKeys();

    var answer = world.send(world.open(), KEY);

    assertThat(answer.page()).isEqualTo("connected");
    assertThat(onlyConnection().account().id()).isEqualTo("ada");
    assertThat(check()).isEqualTo("ada");
  }

  @Test
  void should_connect_with_a_name_and_a_password() {
    use(
        Form.basic("User", "Password"),
        auth -> basic(auth.username() + ":" + auth.password().reveal()));
    world.server.keys.put(basic("ada:pass word"), "ada");

    world.send(world.open(), Map.of("username", "ada", "password", "pass word"));

    assertThat(check()).isEqualTo("ada");
  }

  @Test
  void should_connect_with_fields_of_the_plugins_own() {
    use(
        Form.of(
            List.of(
                Setting.builder("region", "Region", Setting.Kind.CHOICE)
                    .choices(List.of("eu", "us"))
                    .required()
                    .build(),
                Setting.builder("key", "Key", Setting.Kind.SECRET).required().build())),
        auth -> auth.field("region").reveal() + "/" + auth.field("key").reveal());
    world.server.keys.put("eu/secret-1", "ada");

    world.send(world.open(), Map.of("region", "eu", "key", "secret-1"));

    assertThat(check()).isEqualTo("ada");
  }

  @Test
  void should_say_which_field_is_wrong_and_ask_the_service_nothing() {
    useKeys();
    var filling = world.open();

    var answer = world.send(filling, Map.of());

    assertThat(answer.page()).isNull();
    assertThat(answer.errors())
        .singleElement()
        .satisfies(error -> assertThat(error.field()).isEqualTo("fields.token"));
    assertThat(world.server.exchanges).isEmpty();
  }

  @Test
  void should_let_a_person_put_it_right_when_the_service_refuses() {
    useKeys();
    var filling = world.open();

    var refused = world.send(filling, Map.of("token", "mistyped"));
    var state = world.world.look(filling.session()).state();
    var accepted = world.send(filling, KEY);

    assertThat(refused.page()).isNull();
    assertThat(refused.message()).contains("does not accept", "Because invalid_token");
    assertThat(state).isEqualTo(ConnectState.OPEN);
    assertThat(accepted.page()).isEqualTo("connected");
  }

  @Test
  void should_keep_nothing_when_the_service_refuses() {
    useKeys();

    world.send(world.open(), Map.of("token", "mistyped-secret"));

    world.assertNothingConnected();
    assertThat(TableScan.of(world.world.database)).doesNotContain("mistyped-secret");
  }

  @Test
  void should_ask_to_try_later_when_the_service_is_down() {
    useKeys();
    world.server.accountFault = answer -> new Answer(200, Map.of(), "<html>");

    assertThat(world.send(world.open(), KEY).message())
        .contains("The answer broke off", "Try again later");
  }

  @Test
  void should_wait_for_a_person_when_the_key_is_withdrawn_and_go_on_with_the_next() {
    useKeys();
    world.send(world.open(), KEY);
    var id = onlyConnection().id();
    world.server.keys.clear();

    assertThatThrownBy(this::check).isInstanceOf(ReauthorizationNeeded.class);
    assertThat(onlyConnection().state()).isEqualTo(ConnectionState.NEEDS_REAUTH);

    world.server.keys.put("Bearer next-key", "ada");
    var again =
        world.world.invitation.invite(TENANT, new NewConnectSession(null, null, id, null, null));
    world.send(world.open(again), Map.of("token", "next-key"));

    assertThat(onlyConnection().state()).isEqualTo(ConnectionState.ACTIVE);
    assertThat(check()).isEqualTo("ada");
  }

  @Test
  void should_end_here_and_tell_nobody_when_a_typed_in_connection_is_disconnected() {
    useKeys();
    world.send(world.open(), KEY);
    var id = onlyConnection().id();

    world.world.disconnection().run(TENANT, id, RecordDisposal.KEEP);

    assertThat(onlyConnection().state()).isEqualTo(ConnectionState.DISCONNECTED);
    assertThat(world.server.revoked()).isEmpty();
    assertThat(TableScan.of(world.world.database)).doesNotContain("key-of-ada");
  }

  @Test
  void should_connect_a_client_and_renew_its_token_before_it_ends() {
    useClients();

    world.send(world.open(), CLIENT);
    world.world.clock.advance(Duration.ofMinutes(58));
    var account = check();

    assertThat(account).isEqualTo("ada");
    assertThat(world.server.tokenRequests())
        .hasSize(2)
        .allSatisfy(
            form ->
                assertThat(form)
                    .containsEntry("grant_type", "client_credentials")
                    .containsEntry("scope", "read,write")
                    .containsEntry("audience", "crm"));
  }

  @Test
  void should_get_a_client_another_token_when_the_service_refuses_the_first() {
    useClients();
    world.send(world.open(), CLIENT);
    world.server.endAccessTokens();

    assertThat(check()).isEqualTo("ada");
    assertThat(world.server.tokenRequests()).hasSize(2);
  }

  @Test
  void should_wait_for_a_person_when_a_client_is_withdrawn() {
    useClients();
    world.send(world.open(), CLIENT);
    world.server.tokenFault = answer -> Answer.error(401, "invalid_client");
    world.world.clock.advance(Duration.ofHours(2));

    assertThatThrownBy(this::check).isInstanceOf(ReauthorizationNeeded.class);
    assertThat(onlyConnection().state()).isEqualTo(ConnectionState.NEEDS_REAUTH);
  }

  @Test
  void should_refuse_a_client_that_the_service_does_not_know() {
    useClients();

    var answer = world.send(world.open(), Map.of("clientId", "x", "clientSecret", "wrong"));

    assertThat(answer.message()).contains("does not accept", "Because invalid_client");
    world.assertNothingConnected();
  }

  private void useKeys() {
    world = AttackWorld.apiKey(dialect);
    world.server.keys.put("Bearer key-of-ada", "ada");
  }

  private void useClients() {
    use(
        ClientCredentials.builder("https://" + AuthorizationServer.HOST + "/token")
            .scopes("read", "write")
            .scopeSeparator(",")
            .tokenParameter("audience", "crm")
            .clientAuthentication(OAuth2.ClientAuthentication.BODY)
            .build(),
        auth -> "Bearer " + auth.token().reveal());
  }

  private void use(Authorization authorization, Function<Auth, String> header) {
    world = new AttackWorld(dialect, new WebService(authorization, List.of(), header));
  }

  private String check() {
    return world.world.live.read(TENANT, onlyConnection().id(), "test", McpClient::check).id();
  }

  private Connection onlyConnection() {
    var id = world.world.established.heard().get(0).connectionId();
    return world.world.inTransaction(() -> world.world.connections.find(TENANT, id).orElseThrow());
  }

  private static Optional<String> browser(AttackWorld.Filling filling) {
    return Optional.of(filling.visit().browser());
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }
}
