package dev.patchbay.host.connect;

import dev.patchbay.host.connect.AttackWorld.Attempt;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.oauth.Consents;
import jakarta.ws.rs.core.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callbacks that the person did not start, or not this way. */
class CallbackAttackTest {
  private AttackWorld attack;
  private Attempt attempt;

  @BeforeEach
  void leave() {
    attack = AttackWorld.plain();
    attempt = attack.leave();
  }

  @AfterEach
  void close() {
    attack.close();
  }

  @Test
  void should_connect_nothing_when_the_state_is_made_up() {
    attack.cookies.put(
        attack.world.answers.cookieName("made-up"),
        new Cookie.Builder("c").value(attempt.consent().browser()).build());

    attack.comeBack("code=" + attack.code(attempt) + "&state=made-up");

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_there_is_no_state() {
    attack.cookies.put(
        attack.world.answers.cookieName(""),
        new Cookie.Builder("c").value(attempt.consent().browser()).build());

    attack.comeBack("code=" + attack.code(attempt));

    attack.assertNothingConnected();
  }

  @Test
  void should_spend_no_second_code_when_the_callback_is_repeated() {
    attack.server.tokenFault = answer -> AuthorizationServer.Answer.error(400, "slow_down");
    attack.comeBack(attack.agreed(attempt));
    attack.server.tokenFault = answer -> answer;

    attack.comeBack(attack.agreed(attempt));

    AttackWorld.refuse(attack.server.tokenRequests().size() > 1, "a state was used twice");
  }

  @Test
  void should_connect_nothing_when_another_browser_brings_the_callback() {
    attack.cookies.clear();

    attack.comeBack(attack.agreed(attempt));

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_browser_has_a_cookie_of_its_own_making() {
    var name = attack.world.answers.cookieName(attempt.consent().state());
    attack.cookies.put(name, new Cookie.Builder(name).value("guessed").build());

    attack.comeBack(attack.agreed(attempt));

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_hash_of_the_cookie_comes_instead_of_it() {
    var stolen =
        TableScan.of(attack.world.database)
            .lines()
            .filter(line -> line.matches("[0-9a-f]{64}"))
            .toList();
    for (var hash : stolen) {
      var name = attack.world.answers.cookieName(attempt.consent().state());
      attack.cookies.put(name, new Cookie.Builder(name).value(hash).build());
      attack.comeBack(attack.agreed(attempt));
    }

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_cookie_is_that_of_another_attempt() {
    var other = attack.leave();
    var name = attack.world.answers.cookieName(attempt.consent().state());
    attack.cookies.put(name, new Cookie.Builder(name).value(other.consent().browser()).build());

    attack.comeBack(attack.agreed(attempt));

    attack.assertNothingConnected();
  }

  @Test
  void should_keep_attempts_apart_when_the_attackers_starts_in_the_same_browser() {
    var attackers = attack.leave();

    attack.comeBack(attack.agreed(attempt));

    AttackWorld.refuse(
        attack.world.established.heard().isEmpty(),
        "the attacker's attempt took the place of " + attackers.session().id());
  }

  @Test
  void should_let_no_neighbouring_host_set_the_cookie() {
    var cookie = attack.world.answers.toConsent(attempt.consent()).getHeaderString("Set-Cookie");

    AttackWorld.refuse(
        !cookie.startsWith("__Host-"), "a neighbour can set " + cookie.split("=")[0]);
  }

  @Test
  void should_connect_nothing_when_the_state_is_old() {
    attack.world.clock.advance(Consents.PATIENCE);

    attack.comeBack(attack.agreed(attempt));

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_there_are_two_codes() {
    attack.comeBack(attack.agreed(attempt) + "&code=of-the-attacker");

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_there_are_two_states() {
    attack.comeBack(attack.agreed(attempt) + "&state=of-the-attacker");

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_there_are_two_issuers() {
    attack.comeBack(
        attack.agreedAs(attempt, AuthorizationServer.ISSUER) + "&iss=https%3A%2F%2Fevil.test");

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_any_parameter_stands_there_twice() {
    attack.comeBack(attack.agreed(attempt) + "&session_state=a&session_state=b");

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_there_are_a_code_and_an_error() {
    attack.comeBack(attack.agreed(attempt) + "&error=access_denied");

    attack.assertNothingConnected();
  }

  @Test
  void should_spoil_no_attempt_when_a_stranger_brings_an_error() {
    attack.cookies.clear();

    attack.comeBack("error=access_denied&state=" + attempt.consent().state());

    AttackWorld.refuse(
        attack.world.look(attempt.session()).state() != ConnectState.OPEN,
        "a stranger ended the attempt");
  }

  @Test
  void should_connect_nothing_when_the_attempt_is_over_already() {
    attack.world.clock.advance(java.time.Duration.ofMinutes(9));
    var late = attack.agreed(attempt);
    attack.world.inTransaction(
        () -> {
          attack.world.sessions.find(ConnectWorld.TENANT, attempt.session().id()).get().failed("x");
          return null;
        });

    attack.comeBack(late);

    attack.assertNothingConnected();
  }
}
