package dev.patchbay.host.connect;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.connection.Connection;
import dev.patchbay.host.connection.ConnectionEstablished;
import dev.patchbay.host.connection.ConnectionState;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.AuthorizationServer.Answer;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.integration.SampleIntegration;
import dev.patchbay.host.oauth.Consent;
import dev.patchbay.host.persistence.Dialect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ConnectFlowTest {
  @AutoClose private final ConnectWorld world;

  ConnectFlowTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
  }

  @Test
  void should_connect_the_account_when_the_person_agrees() {
    var session = world.invite();
    var consent = world.leave(session);

    var page = world.comeBack(world.agree(consent), consent.browser());

    assertThat(page).isEqualTo(ResultPage.CONNECTED);
    var ended = world.look(session);
    assertThat(ended.state()).isEqualTo(ConnectState.CONNECTED);
    var connection = connection(ended.connectionId());
    assertThat(connection.state()).isEqualTo(ConnectionState.ACTIVE);
    assertThat(connection.account().id()).isEqualTo("ada");
    assertThat(connection.name()).isEqualTo("ada@service.test");
    assertThat(connection.account().scopes()).containsExactlyInAnyOrder("events.read", "profile");
    assertThat(connection.endUser()).isEmpty();
    assertThat(world.established.heard())
        .containsExactly(new ConnectionEstablished(TENANT, ended.connectionId()));
  }

  @Test
  void should_send_the_browser_to_the_simulated_service_when_the_host_is_mapped() {
    assertThat(world.leave(world.invite()).address().toString())
        .startsWith("http://127.0.0.1:")
        .contains("/" + AuthorizationServer.HOST + "/authorize?")
        .contains("code_challenge_method=S256", "access_type=offline");
  }

  @Test
  void should_say_so_kindly_when_the_person_declines() {
    var session = world.invite();
    var consent = world.leave(session);

    assertThat(world.comeBack(error(consent, "access_denied"), consent.browser()))
        .isEqualTo(ResultPage.DECLINED);
    assertThat(world.look(session).state()).isEqualTo(ConnectState.FAILED);
    assertThat(world.look(session).problem()).contains("declined", "Nothing was connected");
  }

  @Test
  void should_keep_the_services_words_when_it_reports_another_error() {
    var session = world.invite();
    var consent = world.leave(session);

    assertThat(world.comeBack(error(consent, "server_error"), consent.browser()))
        .isEqualTo(ResultPage.FAILED);
    assertThat(world.look(session).problem()).isEqualTo("The service said server_error: words");
  }

  @Test
  void should_fail_with_the_reason_when_the_service_gives_no_token() {
    world.server.tokenFault = answer -> new Answer(503, Map.of(), "");
    var session = world.invite();
    var consent = world.leave(session);

    assertThat(world.comeBack(world.agree(consent), consent.browser()))
        .isEqualTo(ResultPage.FAILED);
    assertThat(world.look(session).problem()).contains("login.service.test", "503");
  }

  @Test
  void should_fail_and_blame_the_plugin_when_the_plugin_breaks() {
    world.server.account = "";
    world.server.accountFault = answer -> Answer.json(200, Map.of("surprise", "x"));
    var session = world.invite();
    var consent = world.leave(session);

    assertThat(world.comeBack(world.agree(consent), consent.browser()))
        .isEqualTo(ResultPage.FAILED);
    assertThat(world.look(session).problem()).contains("plugin", "service");
  }

  @Test
  void should_hold_no_secret_in_clear_in_any_table() {
    var open = world.invite();
    var waiting = world.leave(world.invite());
    var consent = world.leave(world.invite());
    world.comeBack(world.agree(consent), consent.browser());

    var everything = TableScan.of(world.database);

    assertThat(everything).contains("ada@service.test", AuthorizationServer.CLIENT_ID);
    assertThat(everything)
        .doesNotContain(
            AuthorizationServer.CLIENT_SECRET,
            SampleIntegration.SIGNING_SECRET,
            open.token(),
            waiting.state(),
            waiting.browser(),
            consent.state(),
            consent.browser(),
            world.server.tokenRequests().get(0).get("code_verifier"))
        .doesNotContain("access-", "refresh-");
  }

  private static Map<String, List<String>> error(Consent consent, String code) {
    return Map.of(
        "state", List.of(consent.state()),
        "error", List.of(code),
        "error_description", List.of("words"));
  }

  private Connection connection(String id) {
    return world.inTransaction(() -> world.connections.find(TENANT, id).orElseThrow());
  }
}
