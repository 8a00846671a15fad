package dev.patchbay.host.connect;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static dev.patchbay.host.fixture.Wall.assertClosed;
import static dev.patchbay.host.fixture.Wall.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.Together;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the outcome of an attempt reaches the page of the CRM that began it, and no other. */
@OnBothDatabases
class ConnectResultsTest {
  private static final String CRM = "https://crm.example";

  @AutoClose private final ConnectWorld world;

  ConnectResultsTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
  }

  @BeforeEach
  void allow() {
    world.origins.replace(TENANT, new OriginList(List.of(CRM)));
  }

  @Test
  void should_lead_to_the_last_page_with_a_text_for_the_origin_in_the_fragment() {
    var end = ended(session(CRM));

    var answer = world.answers.toResult(end, "state-1");

    assertThat(answer.getHeaderString("Location"))
        .isEqualTo(
            "https://crm.test/api/result/connected.html#result="
                + end.reply().orElseThrow().result()
                + "&to=https%3A%2F%2Fcrm.example");
    assertThat(end.reply().orElseThrow().result()).hasSize(43);
  }

  @Test
  void should_tell_no_page_when_the_session_is_for_none() {
    assertThat(ended(session(null)).reply()).isEmpty();
  }

  @Test
  void should_tell_no_page_when_nobody_knows_the_visit() {
    var session = session(CRM);
    var consent = world.leave(session);

    assertThat(world.end(world.agree(consent), "another-browser"))
        .isEqualTo(ConnectEnd.at(ResultPage.UNKNOWN));
  }

  @Test
  void should_give_the_outcome_for_the_text_once() {
    var session = session(CRM);
    var result = ended(session).reply().orElseThrow().result();

    var redeemed = world.results.redeem(TENANT, result);

    assertThat(redeemed.id()).isEqualTo(session.id());
    assertThat(redeemed.state()).isEqualTo(ConnectState.CONNECTED);
    assertThat(redeemed.connectionId()).isNotNull();
    assertClosed(isRedeemed(TENANT, result), "the outcome a second time");
  }

  @Test
  void should_give_the_outcome_to_one_when_many_ask_at_once() throws Exception {
    var result = ended(session(CRM)).reply().orElseThrow().result();

    var answers = Together.run(8, i -> isRedeemed(TENANT, result));

    assertThat(answers).contains(true);
    assertClosed(Collections.frequency(answers, true) > 1, "one text gave two outcomes");
  }

  @Test
  void should_tell_of_a_refusal_too() {
    var session = session(CRM);
    var consent = world.leave(session);
    var declined =
        world.end(
            Map.of("error", List.of("access_denied"), "state", List.of(consent.state())),
            consent.browser());

    var redeemed = world.results.redeem(TENANT, declined.reply().orElseThrow().result());

    assertThat(declined.page()).isEqualTo(ResultPage.DECLINED);
    assertThat(redeemed.state()).isEqualTo(ConnectState.FAILED);
  }

  @Test
  void should_not_give_the_outcome_to_another_tenant() {
    var result = ended(session(CRM)).reply().orElseThrow().result();

    assertClosed(isRedeemed(OTHER_TENANT, result), "another tenant has the outcome");
    assertClosed(!isRedeemed(TENANT, result), "another tenant used the text up");
  }

  @Test
  void should_keep_the_hash_of_the_text_only() {
    var result = ended(session(CRM)).reply().orElseThrow();

    assertThat(TableScan.of(world.database)).doesNotContain(result.result());
    assertThat(result.toString()).doesNotContain(result.result());
  }

  @Test
  void should_refuse_a_session_for_an_origin_that_the_tenant_does_not_allow() {
    assertRefused(() -> session("https://evil.example"), "a session for any page");
    assertRefused(
        () ->
            world.invitation.invite(
                OTHER_TENANT, new NewConnectSession(world.integrationId, null, null, CRM, null)),
        "a session for the page of another tenant");
  }

  @Test
  void should_keep_the_origins_of_each_tenant_apart() {
    world.origins.replace(OTHER_TENANT, new OriginList(List.of("https://b.example", CRM, CRM)));

    assertThat(world.origins.list(TENANT).origins()).containsExactly(CRM);
    assertThat(world.origins.list(OTHER_TENANT).origins())
        .containsExactly("https://b.example", CRM);
  }

  private ConnectSessionSummary session(String origin) {
    return world.invitation.invite(
        TENANT, new NewConnectSession(world.integrationId, null, null, origin, null));
  }

  private ConnectEnd ended(ConnectSessionSummary session) {
    var consent = world.leave(session);
    return world.end(world.agree(consent), consent.browser());
  }

  private boolean isRedeemed(String tenant, String result) {
    try {
      world.results.redeem(tenant, result);
      return true;
    } catch (ProblemException e) {
      return false;
    }
  }
}
