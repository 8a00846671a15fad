package dev.patchbay.host.connect;

import dev.patchbay.host.fixture.AuthorizationServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes that were stolen, injected or used before. */
class CodeAttackTest {
  private AttackWorld attack;

  @BeforeEach
  void open() {
    attack = AttackWorld.plain();
  }

  @AfterEach
  void close() {
    attack.close();
  }

  @Test
  void should_connect_nothing_when_the_code_was_made_for_another_attempt() {
    var victim = attack.leave();
    var attackers = attack.leave();

    attack.comeBack("code=" + attack.code(attackers) + "&state=" + victim.consent().state());

    attack.assertNothingConnected();
  }

  /** The attacker reads the address of the consent page, and the code on its way back. */
  @Test
  void should_reveal_no_verifier_when_the_consent_address_is_overheard() {
    var asked = attack.asked(attack.leave());
    var challenge = asked.getOrDefault("code_challenge", "");

    AttackWorld.refuse(
        !asked.getOrDefault("code_challenge_method", "plain").equals("S256")
            || challenge.length() != 43,
        "the challenge is the verifier: " + asked);
  }

  @Test
  void should_make_another_verifier_when_one_was_told_before() {
    connect();
    connect();

    var verifiers =
        attack.server.tokenRequests().stream().map(form -> form.get("code_verifier")).distinct();
    AttackWorld.refuse(verifiers.count() < 2, "a verifier that was told once opens the next code");
  }

  @Test
  void should_keep_no_verifier_in_the_database_when_a_person_is_on_the_way() {
    var attempt = attack.leave();
    var everything = TableScan.of(attack.world.database);
    attack.comeBack(attack.agreed(attempt));

    var verifier = attack.server.tokenRequests().get(0).get("code_verifier");
    AttackWorld.refuse(everything.contains(verifier), "the database tells the verifier");
  }

  @Test
  void should_keep_no_state_in_the_database_when_a_person_is_on_the_way() {
    var attempt = attack.leave();

    AttackWorld.refuse(
        TableScan.of(attack.world.database).contains(attempt.consent().state()),
        "the database tells the state");
  }

  @Test
  void should_keep_no_cookie_in_the_database_when_a_person_is_on_the_way() {
    var attempt = attack.leave();

    AttackWorld.refuse(
        TableScan.of(attack.world.database).contains(attempt.consent().browser()),
        "the database tells the cookie");
  }

  @Test
  void should_make_a_state_that_nobody_can_guess() {
    var first = attack.leave().consent().state();
    var second = attack.leave().consent().state();

    AttackWorld.refuse(
        first.length() < 43 || first.substring(0, 8).equals(second.substring(0, 8)),
        "a state of few or equal letters: " + first);
  }

  @Test
  void should_send_the_exact_redirect_address_with_the_code() {
    connect();

    AttackWorld.refuse(
        !"https://crm.test/api/oauth/callback"
            .equals(attack.server.tokenRequests().get(0).get("redirect_uri")),
        "the token endpoint cannot compare the redirect address");
  }

  @Test
  void should_send_the_client_secret_in_no_address() {
    var attempt = attack.leave();
    attack.comeBack(attack.agreed(attempt));

    AttackWorld.refuse(
        attempt.consent().address().toString().contains(AuthorizationServer.CLIENT_SECRET),
        "the browser sees the client secret");
  }

  private void connect() {
    attack.comeBack(attack.agreed(attack.leave()));
  }
}
