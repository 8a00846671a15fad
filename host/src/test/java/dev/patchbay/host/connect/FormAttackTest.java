package dev.patchbay.host.connect;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;

import dev.patchbay.api.auth.ClientCredentials;
import dev.patchbay.host.connect.AttackWorld.Filling;
import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.AuthorizationServer.Answer;
import dev.patchbay.host.oauth.Consents;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.plugin.WebService;
import jakarta.ws.rs.core.Cookie;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms that another browser, another page or a program sends. */
class FormAttackTest {
  private static final Map<String, Object> KEY = Map.of("token", "key-of-ada");

  private AttackWorld attack;
  private Filling filling;

  @BeforeEach
  void open() {
    attack = AttackWorld.apiKey(Dialect.H2);
    attack.server.keys.put("Bearer key-of-ada", "ada");
    filling = attack.open();
  }

  @AfterEach
  void close() {
    attack.close();
  }

  @Test
  void should_connect_nothing_when_another_browser_sends_the_form() {
    attack.cookies.clear();

    attack.send(filling, KEY);

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_cookie_is_of_its_own_making() {
    setCookie(filling, "guessed");

    attack.send(filling, KEY);

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_cookie_is_that_of_another_attempt() {
    var other = attack.open();
    setCookie(filling, other.visit().browser());

    attack.send(filling, KEY);

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_another_page_sends_the_form() {
    attack.origin = "https://evil.test";

    attack.send(filling, KEY);

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_nobody_says_which_page_sends_the_form() {
    attack.origin = null;

    attack.send(filling, KEY);

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_a_sandboxed_page_sends_the_form() {
    attack.origin = "null";

    attack.send(filling, KEY);

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_it_was_tried_too_often() {
    for (int i = 0; i < 10; i++) {
      attack.send(filling, Map.of("token", "guess-" + i));
    }

    attack.send(filling, KEY);

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_time_is_over() {
    attack.world.clock.advance(Consents.PATIENCE.multipliedBy(2));

    attack.send(filling, KEY);

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_attempt_has_ended_before() {
    attack.world.inTransaction(
        () -> {
          attack
              .world
              .sessions
              .find(TENANT, filling.session().id())
              .orElseThrow()
              .failed("given up");
          return null;
        });

    attack.send(filling, KEY);

    attack.assertNothingConnected();
  }

  @Test
  void should_connect_nothing_when_the_service_was_not_asked() {
    attack.send(filling, Map.of("token", "wrong"));

    attack.assertNothingConnected();
  }

  @Test
  void should_describe_nothing_when_another_browser_asks() {
    AttackWorld.refuse(
        attack.world.forms.show(filling.session().id(), Optional.of("guessed")).isPresent(),
        "a stranger sees the form");
  }

  @Test
  void should_repeat_nothing_when_the_service_repeats_the_key() {
    attack.server.accountFault = answer -> new Answer(401, Map.of(), "bad key key-of-ada");

    var answer = attack.send(filling, KEY);

    AttackWorld.refuse(
        (answer + attack.world.look(filling.session()).toString()).contains("key-of-ada"),
        "the key is shown: " + answer);
  }

  @Test
  void should_repeat_nothing_when_a_value_does_not_fit() {
    var answer = attack.send(filling, Map.of("token", "x".repeat(5_000)));

    AttackWorld.refuse(answer.toString().contains("xxxx"), "the value is shown");
  }

  @Test
  void should_show_the_cookie_of_the_form_to_no_other_site() {
    var cookie = attack.world.answers.toForm(filling.visit()).getHeaderString("Set-Cookie");

    AttackWorld.refuse(!cookie.contains("SameSite=Strict"), "the cookie is " + cookie);
  }

  @Test
  void should_ask_no_other_server_from_the_page_of_the_form() {
    var policy = new ResultFiles().file("form.html").getHeaderString("Content-Security-Policy");

    AttackWorld.refuse(
        !policy.contains("connect-src 'self'") || policy.contains("*"), "the policy is " + policy);
  }

  @Test
  void should_give_the_plugin_no_client_secret_when_it_needs_a_token() {
    attack.close();
    attack =
        new AttackWorld(
            Dialect.H2,
            new WebService(
                ClientCredentials.builder("https://" + AuthorizationServer.HOST + "/token")
                    .build()));
    attack.send(
        attack.open(),
        Map.of(
            "clientId", AuthorizationServer.CLIENT_ID,
            "clientSecret", AuthorizationServer.CLIENT_SECRET));

    var id = attack.world.established.heard().get(0).connectionId();
    var auth = attack.world.grants.find(new Holder(TENANT, id)).orElseThrow().toAuth();
    AttackWorld.refuse(auth.toString().contains("clientSecret"), "the plugin gets " + auth);
  }

  private void setCookie(Filling of, String value) {
    var name = attack.world.answers.formCookieName(of.session().id());
    attack.cookies.put(name, new Cookie.Builder(name).value(value).build());
  }
}
