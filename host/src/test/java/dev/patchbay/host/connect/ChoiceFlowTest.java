package dev.patchbay.host.connect;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.auth.Form;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.plugin.WebService;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session for several integrations, from the link by the choice to the connection. */
@OnBothDatabases
class ChoiceFlowTest {
  private final Dialect dialect;
  private AttackWorld world;

  ChoiceFlowTest(Dialect dialect) {
    this.dialect = dialect;
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void should_offer_what_the_session_allows_and_no_more() {
    useConsent();
    var session = invite("int_1", "int_2");

    var page = world.shown(world.open(session));

    assertThat(page.fields()).isNull();
    assertThat(page.choices())
        .extracting(Choice::id, Choice::service, Choice::name)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("int_1", "Service", "Main"),
            org.assertj.core.groups.Tuple.tuple("int_2", "Service", "Set-up int_2"));
    assertThat(session.integrationId()).isNull();
  }

  @Test
  void should_connect_through_what_was_chosen_when_the_person_consents() {
    useConsent();
    var session = invite("int_1", "int_2");

    var next = world.choose(world.open(session), "int_2");
    var asked = AuthorizationServer.query(URI.create(next.address()).getRawQuery());
    world.comeBack("code=" + world.server.consent(asked) + "&state=" + asked.get("state"));

    var ended = world.world.look(session);
    assertThat(ended.state()).isEqualTo(ConnectState.CONNECTED);
    assertThat(ended.integrationId()).isEqualTo("int_2");
    assertThat(integrationOf(ended.connectionId())).isEqualTo("int_2");
  }

  @Test
  void should_connect_through_what_was_chosen_when_the_person_fills_in_a_form() {
    world = new AttackWorld(dialect, new WebService(Form.apiKey("API key", "Help")));
    world.server.keys.put("Bearer key-of-ada", "ada");
    setUpMore();
    var session = invite("int_1", "int_3");
    var filling = world.open(session);

    var next = world.choose(filling, "int_3");
    assertThat(next.address()).isEqualTo("https://crm.test/api/result/form.html#" + session.id());
    assertThat(world.shown(filling).fields()).hasSize(1);
    var answer = world.send(filling, Map.of("token", "key-of-ada"));

    assertThat(answer.page()).isEqualTo("connected");
    assertThat(integrationOf(world.world.look(session).connectionId())).isEqualTo("int_3");
  }

  @Test
  void should_offer_all_that_the_tenant_has_when_nothing_is_named() {
    useConsent();
    var session =
        world.world.invitation.invite(TENANT, new NewConnectSession(null, null, null, null, null));

    assertThat(world.shown(world.open(session)).choices())
        .extracting(Choice::id)
        .containsExactlyInAnyOrder("int_1", "int_2", "int_3");
  }

  @Test
  void should_go_straight_on_when_there_is_one_to_choose_from() {
    useConsent();
    var session = invite("int_2");

    assertThat(world.world.start.start(session.token()))
        .containsInstanceOf(Departure.ToConsent.class);
    assertThat(session.integrationId()).isEqualTo("int_2");
  }

  @Test
  void should_refuse_a_list_that_cannot_be_meant() {
    useConsent();

    refused(() -> invite("int_1", "int_404"), ProblemType.INVALID_CONTENT);
    refused(
        () ->
            world.world.invitation.invite(
                TENANT, new NewConnectSession("int_1", null, null, null, List.of("int_2"))),
        ProblemType.INVALID_CONTENT);
    refused(
        () ->
            world.world.invitation.invite(
                "ten_3", new NewConnectSession(null, null, null, null, null)),
        ProblemType.CONFLICT);
  }

  private void useConsent() {
    world = new AttackWorld(dialect, new WebService(AuthorizationServer.declared().build()));
    setUpMore();
  }

  private void setUpMore() {
    world.world.setUp("int_2", TENANT);
    world.world.setUp("int_3", TENANT);
    world.world.setUp("int_9", OTHER_TENANT);
  }

  private ConnectSessionSummary invite(String... integrations) {
    return world.world.invitation.invite(
        TENANT, new NewConnectSession(null, null, null, null, List.of(integrations)));
  }

  private String integrationOf(String connectionId) {
    return world.world.inTransaction(
        () -> world.world.connections.find(TENANT, connectionId).orElseThrow().integrationId());
  }

  private static void refused(ThrowingCallable call, ProblemType expected) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.type()).isEqualTo(expected));
  }
}
