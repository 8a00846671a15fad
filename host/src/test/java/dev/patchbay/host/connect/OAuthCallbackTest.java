package dev.patchbay.host.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.oauth.Consent;
import dev.patchbay.host.persistence.Dialect;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who may come back from the service, and with what. */
@OnBothDatabases
class OAuthCallbackTest {
  @AutoClose private final ConnectWorld world;

  OAuthCallbackTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
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
}
