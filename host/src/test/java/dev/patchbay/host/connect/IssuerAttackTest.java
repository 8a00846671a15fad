package dev.patchbay.host.connect;

import static dev.patchbay.host.fixture.AuthorizationServer.ISSUER;

import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.host.fixture.AuthorizationServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mix-ups: the answer of one service, brought to an attempt at another (RFC 9207). */
class IssuerAttackTest {
  private AttackWorld attack;

  @AfterEach
  void close() {
    attack.close();
  }

  @Test
  void should_connect_nothing_when_another_issuer_answers() {
    comeBackAs(knowing(), "https://evil.test");

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_promised_issuer_is_missing() {
    comeBackWithout(knowing().namesIssuer());

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_issuer_that_the_document_promises_is_missing() {
    comeBackWithout(AuthorizationServer.declaredOpenId());

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_issuer_only_starts_like_the_right_one() {
    comeBackAs(knowing(), ISSUER + ".evil.test");

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_issuer_is_a_neighbour_on_the_same_host() {
    comeBackAs(knowing(), ISSUER + "/another-tenant");

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_issuer_differs_in_capitals() {
    comeBackAs(knowing(), "https://LOGIN.service.test");

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_issuer_ends_with_a_slash_more() {
    comeBackAs(knowing(), ISSUER + "/");

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_exact_name_is_unknown_and_the_host_another() {
    comeBackAs(AuthorizationServer.declared(), "https://evil.test");

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_issuer_has_given_up_encryption() {
    comeBackAs(AuthorizationServer.declared(), "http://" + AuthorizationServer.HOST);

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_right_host_is_only_a_user_name() {
    comeBackAs(AuthorizationServer.declared(), "https://login.service.test@evil.test");

    attack.assertNothingConnected();
  }

  @Test
  void should_keep_no_words_when_an_error_comes_from_another_issuer() {
    attack = new AttackWorld(knowing());
    var attempt = attack.leave();

    attack.comeBack(
        "error=call_us&error_description=at+evil.test&state="
            + attempt.consent().state()
            + "&iss=https%3A%2F%2Fevil.test");

    AttackWorld.refuse(
        attack.problem(attempt).contains("evil.test"), "words of another: " + attempt.session());
  }

  /**
   * The attacker runs a service of their own here, and sends a person who comes from it on to the
   * honest one: the honest code must not reach the attacker's token endpoint.
   */
  @Test
  void should_tell_the_attacker_no_code_when_the_honest_answer_comes_to_the_attackers_attempt() {
    attack =
        new AttackWorld(
            OAuth2.builder(
                    "https://" + AuthorizationServer.EVIL_HOST + "/authorize",
                    "https://" + AuthorizationServer.EVIL_HOST + "/token")
                .issuer("https://" + AuthorizationServer.EVIL_HOST));

    attack.comeBack(attack.agreedAs(attack.leave(), ISSUER));

    attack.assertNoLoot();
  }

  private void comeBackAs(OAuth2.Builder declared, String issuer) {
    attack = new AttackWorld(declared);
    attack.comeBack(attack.agreedAs(attack.leave(), issuer));
  }

  private void comeBackWithout(OAuth2.Builder declared) {
    attack = new AttackWorld(declared);
    attack.comeBack(attack.agreed(attack.leave()));
  }

  private static OAuth2.Builder knowing() {
    return AuthorizationServer.declared().issuer(ISSUER);
  }
}
