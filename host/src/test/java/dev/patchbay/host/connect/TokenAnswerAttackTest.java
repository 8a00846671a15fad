package dev.patchbay.host.connect;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;

import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.host.connect.AttackWorld.Attempt;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.AuthorizationServer.Answer;
import dev.patchbay.host.json.Json;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Token endpoints that answer what they should not. */
class TokenAnswerAttackTest {
  private AttackWorld attack;
  private Attempt attempt;

  @BeforeEach
  void leave() {
    use(AuthorizationServer.declared());
  }

  @AfterEach
  void close() {
    attack.close();
  }

  @Test
  void should_follow_nowhere_when_the_token_endpoint_redirects() {
    attack.server.tokenFault =
        answer ->
            new Answer(
                307, Map.of("Location", "https://" + AuthorizationServer.EVIL_HOST + "/t"), "");

    comeBack();

    attack.assertNoLoot();
  }

  @Test
  void should_connect_nothing_when_the_answer_names_its_token_twice() {
    attack.server.tokenFault =
        answer ->
            new Answer(
                200, Map.of(), answer.body().replaceFirst("\\{", "{\"access_token\":\"a\","));

    comeBack();

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_something_follows_the_answer() {
    attack.server.tokenFault = answer -> new Answer(200, Map.of(), answer.body() + "{}");

    comeBack();

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_answer_is_a_flood() {
    attack.server.tokenFault =
        answer -> new Answer(200, Map.of(), answer.body() + " ".repeat(300 * 1024));

    comeBack();

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_status_says_no() {
    attack.server.tokenFault = answer -> new Answer(401, Map.of(), answer.body());

    comeBack();

    attack.assertNothingConnected();
  }

  @Test
  void should_repeat_no_client_secret_when_the_service_says_it() {
    refuseToRepeat(AuthorizationServer.CLIENT_SECRET);
  }

  @Test
  void should_repeat_no_code_when_the_service_says_it() {
    var code = attack.code(attempt);
    attack.server.tokenFault = answer -> says(code);

    attack.comeBack("code=" + code + "&state=" + attempt.consent().state());

    AttackWorld.refuse(attack.problem(attempt).contains(code), "the code is shown");
  }

  @Test
  void should_repeat_no_verifier_when_the_service_says_it() {
    attack.server.tokenFault =
        answer -> says(attack.server.tokenRequests().get(0).get("code_verifier"));

    comeBack();

    AttackWorld.refuse(
        attack.problem(attempt).contains(attack.server.tokenRequests().get(0).get("code_verifier")),
        "the verifier is shown");
  }

  @Test
  void should_repeat_no_access_token_when_the_service_says_it() {
    attack.server.accountFault = answer -> new Answer(401, Map.of(), "bad token access-3");

    comeBack();

    AttackWorld.refuse(attack.problem(attempt).contains("access-"), "the access token is shown");
  }

  @Test
  void should_not_renew_at_every_call_when_the_answer_brings_fields_of_ours() {
    attack.server.tokenFault =
        answer ->
            new Answer(
                200,
                Map.of(),
                answer
                    .body()
                    .replaceFirst(
                        "\"expires_in\":\\d+", "\"patchbay_renew_at\":\"2000-01-01T00:00:00Z\""));
    comeBack();
    var connection = attack.world.established.heard().get(0).connectionId();

    attack.world.live.read(TENANT, connection, "test", client -> client.check());

    AttackWorld.refuse(
        attack.server.tokenRequests().size() > 1, "the service decided about renewals");
  }

  @Test
  void should_keep_the_refresh_token_of_another_out_when_the_grant_is_nested() throws IOException {
    attack.close();
    use(AuthorizationServer.declared().tokenPointer("/authed_user"));
    attack.server.tokenFault =
        answer ->
            new Answer(
                200,
                Map.of(),
                "{\"access_token\":\"of-the-bot\",\"refresh_token\":\"of-the-bot-too\","
                    + "\"authed_user\":{\"access_token\":\""
                    + accessToken(answer)
                    + "\"}}");
    comeBack();

    var connection = attack.world.established.heard().get(0).connectionId();
    var grant =
        attack
            .world
            .grants
            .find(new dev.patchbay.host.credential.Holder(TENANT, connection))
            .orElseThrow();
    AttackWorld.refuse(
        grant.revocable().reveal().equals("of-the-bot-too"), "two grants were mixed");
  }

  private void use(OAuth2.Builder declared) {
    attack = new AttackWorld(declared);
    attempt = attack.leave();
  }

  private void comeBack() {
    attack.comeBack(attack.agreed(attempt));
  }

  private void refuseToRepeat(String secret) {
    attack.server.tokenFault = answer -> says(secret);

    comeBack();

    AttackWorld.refuse(attack.problem(attempt).contains(secret), "the secret is shown");
  }

  private static Answer says(String secret) {
    return Answer.json(
        400, Map.of("error", "invalid_request", "error_description", "no good: " + secret));
  }

  private static String accessToken(Answer answer) {
    try {
      return Json.mapper().readTree(answer.body()).path("access_token").asText();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
