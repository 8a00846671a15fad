package dev.patchbay.host.connect;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.McpClient;
import dev.patchbay.host.connection.Connection;
import dev.patchbay.host.connection.ConnectionEstablished;
import dev.patchbay.host.connection.ConnectionState;
import dev.patchbay.host.connection.EndUser;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.AuthorizationServer.Answer;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.Together;
import dev.patchbay.host.integration.SampleIntegration;
import dev.patchbay.host.oauth.Consent;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ConnectFlowTest {
  private final ConnectWorld world;

  ConnectFlowTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
  }

  @AfterEach
  void stop() {
    world.close();
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
  void should_give_a_link_with_256_random_bits_and_keep_its_hash_only() {
    var session = world.invite();

    assertThat(session.token()).hasSize(43);
    assertThat(session.connectUrl()).isEqualTo("https://crm.test/api/connect/" + session.token());
    assertThat(session.toString()).doesNotContain(session.token());
    assertThat(world.look(session).token()).isNull();
    assertThat(world.look(session).connectUrl()).isNull();
    assertThat(session.expiresAt()).isEqualTo(world.clock.instant().plus(Duration.ofMinutes(15)));
  }

  @Test
  void should_follow_a_link_once() {
    var session = world.invite();
    world.leave(session);

    assertThat(world.start.start(session.token())).isEmpty();
    assertThat(world.look(session).state()).isEqualTo(ConnectState.OPEN);
  }

  @Test
  void should_not_follow_a_link_when_its_time_is_over() {
    var session = world.invite();
    world.clock.advance(Duration.ofMinutes(15));

    assertThat(world.start.start(session.token())).isEmpty();
    assertThat(world.look(session).state()).isEqualTo(ConnectState.EXPIRED);
  }

  @Test
  void should_not_follow_a_link_that_nobody_made() {
    assertThat(world.start.start("made-up")).isEmpty();
  }

  @Test
  void should_still_connect_when_the_link_was_followed_in_its_last_moment() {
    var session = world.invite();
    world.clock.advance(Duration.ofMinutes(14));
    var consent = world.leave(session);
    world.clock.advance(Duration.ofMinutes(9));

    assertThat(world.comeBack(world.agree(consent), consent.browser()))
        .isEqualTo(ResultPage.CONNECTED);
  }

  @Test
  void should_refuse_a_state_that_nobody_made() {
    var consent = world.leave(world.invite());
    var forged = new HashMap<>(world.agree(consent));
    forged.put("state", List.of("forged"));

    assertThat(world.comeBack(forged, consent.browser())).isEqualTo(ResultPage.UNKNOWN);
    assertThat(world.server.tokenRequests()).isEmpty();
  }

  @Test
  void should_refuse_a_state_that_was_used_before() {
    var consent = world.leave(world.invite());
    var query = world.agree(consent);
    world.comeBack(query, consent.browser());

    assertThat(world.comeBack(query, consent.browser())).isEqualTo(ResultPage.UNKNOWN);
    assertThat(world.server.tokenRequests()).hasSize(1);
  }

  @Test
  void should_refuse_another_browser_and_leave_the_right_one_its_chance() {
    var session = world.invite();
    var consent = world.leave(session);
    var query = world.agree(consent);

    assertThat(world.comeBack(query, null)).isEqualTo(ResultPage.UNKNOWN);
    assertThat(world.comeBack(query, "of-the-attacker")).isEqualTo(ResultPage.UNKNOWN);
    assertThat(world.look(session).state()).isEqualTo(ConnectState.OPEN);
    assertThat(world.comeBack(query, consent.browser())).isEqualTo(ResultPage.CONNECTED);
  }

  @Test
  void should_refuse_the_cookie_of_another_attempt_in_the_same_browser() {
    var first = world.leave(world.invite());
    var second = world.leave(world.invite());

    assertThat(world.comeBack(world.agree(first), second.browser())).isEqualTo(ResultPage.UNKNOWN);
    assertThat(Consent.cookieName(first.state())).isNotEqualTo(Consent.cookieName(second.state()));
  }

  @Test
  void should_start_again_when_consent_took_too_long() {
    var session = world.invite();
    var consent = world.leave(session);
    world.clock.advance(Duration.ofMinutes(10));

    assertThat(world.comeBack(world.agree(consent), consent.browser()))
        .isEqualTo(ResultPage.EXPIRED);
    assertThat(world.server.tokenRequests()).isEmpty();
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
  void should_not_spend_the_code_when_another_issuer_answers() {
    var session = world.invite();
    var consent = world.leave(session);
    var query = new HashMap<>(world.agree(consent));
    query.put("iss", List.of("https://evil.test"));

    assertThat(world.comeBack(query, consent.browser())).isEqualTo(ResultPage.FAILED);
    assertThat(world.server.tokenRequests()).isEmpty();
    assertThat(world.look(session).problem()).contains("another service");
  }

  @Test
  void should_connect_when_the_right_issuer_says_who_it_is() {
    var consent = world.leave(world.invite());
    var query = new HashMap<>(world.agree(consent));
    query.put("iss", List.of("https://" + AuthorizationServer.HOST));

    assertThat(world.comeBack(query, consent.browser())).isEqualTo(ResultPage.CONNECTED);
  }

  @Test
  void should_fail_when_the_code_was_issued_for_another_attempt() {
    var victim = world.leave(world.invite());
    var attacker = world.leave(world.invite());
    var injected = new HashMap<>(world.agree(victim));
    injected.put("code", world.agree(attacker).get("code"));

    assertThat(world.comeBack(injected, victim.browser())).isEqualTo(ResultPage.FAILED);
    assertThat(world.established.heard()).isEmpty();
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
  void should_keep_the_connection_when_the_same_account_comes_again() {
    var first = world.connected();
    var again = world.connected();

    assertThat(again).isEqualTo(first);
    assertThat(world.established.heard()).hasSize(2);
    assertThat(world.grants.find(connection(first).holder())).isPresent();
  }

  @Test
  void should_make_one_connection_when_the_same_account_comes_many_times_at_once()
      throws Exception {
    world.server.accountFault =
        answer -> {
          world.clock.advance(Duration.ofMillis(1));
          return answer;
        };

    var ids = Together.run(8, i -> world.connected());

    assertThat(ids).hasSize(8).doesNotContainNull();
    assertThat(ids.stream().distinct()).hasSize(1);
    assertThat(world.live.read(TENANT, ids.get(0), "test", McpClient::check).id()).isEqualTo("ada");
  }

  @Test
  void should_make_another_connection_when_it_is_another_account_or_person() {
    var ofTenant = world.connected();
    var ofAnn = world.connect(for_("ann")).connectionId();
    var ofBen = world.connect(for_("ben")).connectionId();
    world.server.account = "grace";
    var otherAccount = world.connected();

    assertThat(List.of(ofTenant, ofAnn, ofBen, otherAccount)).doesNotHaveDuplicates();
    assertThat(connection(ofAnn).endUser()).contains(new EndUser("ann", "Name of ann"));
  }

  @Test
  void should_revive_the_named_connection_when_its_account_signs_in_again() {
    var id = world.connect(for_("ann")).connectionId();

    var session = world.connect(new NewConnectSession(null, null, id, null, null));

    assertThat(session.connectionId()).isEqualTo(id);
    assertThat(session.state()).isEqualTo(ConnectState.CONNECTED);
  }

  @Test
  void should_refuse_another_account_when_a_connection_is_named() {
    var id = world.connected();
    world.server.account = "grace";

    var session = world.connect(new NewConnectSession(null, null, id, null, null));

    assertThat(session.state()).isEqualTo(ConnectState.FAILED);
    assertThat(session.problem()).contains("ada@service.test", "grace@service.test");
    assertThat(connection(id).account().id()).isEqualTo("ada");
  }

  @Test
  void should_refuse_an_invitation_that_leads_nowhere() {
    invalid(new NewConnectSession("int_none", null, null, null, null), "integrationId");
    invalid(new NewConnectSession(null, null, "con_none", null, null), "connectionId");
    invalid(
        new NewConnectSession(world.integrationId, null, world.connected(), null, null),
        "connectionId");
    invalid(
        new NewConnectSession(null, null, world.connected(), null, List.of(world.integrationId)),
        "connectionId");
    assertThatThrownBy(
            () ->
                world.invitation.invite(
                    OTHER_TENANT,
                    new NewConnectSession(world.integrationId, null, null, null, null)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("names no integration of this tenant");
    assertThatThrownBy(() -> world.invitation.look(OTHER_TENANT, world.invite().id()))
        .isInstanceOf(ProblemException.class);
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

  private void invalid(NewConnectSession request, String field) {
    assertThatThrownBy(() -> world.invitation.invite(TENANT, request))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.errors().get(0).field()).isEqualTo(field));
  }

  private NewConnectSession for_(String person) {
    return new NewConnectSession(
        world.integrationId, new EndUser(person, "Name of " + person), null, null, null);
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
