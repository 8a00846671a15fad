package dev.patchbay.host.sso;

import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.IdTokenForge;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.security.Unwelcome;
import jakarta.ws.rs.core.Cookie;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ways into the console around the provider: forged, replayed and stolen answers. */
class SignInAttackTest {
  @AutoClose private final SignOnWorld world = SignOnWorld.on(Dialect.H2);
  private final String acme = world.tenant("acme");
  private final String other = world.tenant("other");

  @BeforeEach
  void setUp() {
    world.server.idTokens.forging =
        claims -> IdTokenForge.signed(claims.claim("groups", List.of("crm-editors")).build());
    world.save(acme, SignOnWorld.draft());
    world.save(other, SignOnWorld.draft());
  }

  @Test
  void should_let_in_who_comes_back_as_they_left() {
    assertThat(world.signIn(acme)).isPresent();
  }

  @Test
  void should_let_nobody_in_when_the_state_is_made_up() {
    var departure = world.leave(acme);
    var forged = new Departure("made-up", departure.browser(), departure.address());
    keepCookie(forged);

    refuse(acme, agreed(departure).replace(departure.state(), "made-up"), "a made-up state");
  }

  @Test
  void should_let_nobody_in_when_there_is_no_state() {
    var departure = world.leave(acme);
    var nameless = new Departure("", departure.browser(), departure.address());
    keepCookie(nameless);

    refuse(acme, agreed(departure).replace("state=" + departure.state(), "state="), "no state");
  }

  @Test
  void should_let_nobody_in_when_the_callback_is_repeated() {
    var departure = world.leave(acme);
    var query = agreed(departure);
    assertThat(SignOnWorld.code(world.comeBack(acme, query))).isPresent();
    keepCookie(departure);

    refuse(acme, agreed(departure), "the same state with another code");
  }

  @Test
  void should_let_nobody_in_when_another_browser_brings_the_callback() {
    var query = agreed(world.leave(acme));
    world.cookies.clear();

    refuse(acme, query, "another browser");
  }

  @Test
  void should_let_nobody_in_when_the_cookie_is_that_of_another_attempt() {
    var first = world.leave(acme);
    var second = world.leave(acme);
    keepCookie(new Departure(first.state(), second.browser(), first.address()));

    refuse(acme, agreed(first), "the cookie of another attempt");
  }

  @Test
  void should_keep_attempts_apart_when_two_start_in_one_browser() {
    var victims = world.leave(acme);
    world.leave(acme);

    assertClosed(
        SignOnWorld.code(world.comeBack(acme, agreed(victims))).isEmpty(),
        "a cookie that was overwritten");
  }

  @Test
  void should_let_nobody_in_when_the_state_is_old() {
    var departure = world.leave(acme);
    world.clock.advance(Duration.ofMinutes(10));

    refuse(acme, agreed(departure), "an old state");
  }

  @Test
  void should_let_nobody_in_when_the_answer_comes_to_another_tenants_callback() {
    refuse(other, agreed(world.leave(acme)), "the answer of another tenant's provider");
  }

  @Test
  void should_let_nobody_in_when_another_issuer_answers() {
    var query = agreed(world.leave(acme));

    refuse(acme, query.replace(AuthorizationServer.ISSUER, "https://evil.test"), "a mix-up");
  }

  @Test
  void should_let_nobody_in_when_the_promised_issuer_is_missing() {
    var query = agreed(world.leave(acme));

    refuse(acme, query.replace("&iss=" + AuthorizationServer.ISSUER, ""), "an answer of nobody");
  }

  @Test
  void should_let_nobody_in_when_the_code_was_made_for_another_attempt() {
    var attackers = world.leave(acme);
    var victims = world.leave(acme);
    var query = agreed(victims);

    refuse(acme, query.replace(code(query), code(agreed(attackers))), "a code of another attempt");
  }

  @Test
  void should_give_no_second_token_when_a_code_is_shown_again() {
    var code = code();
    assertThat(world.trades(code, SignOnWorld.VERIFIER)).isTrue();

    assertClosed(world.trades(code, SignOnWorld.VERIFIER), "a code that was used");
  }

  @Test
  void should_give_no_token_when_another_web_session_shows_the_code() {
    assertClosed(world.trades(code(), "a-text-of-another-web-session"), "another web session");
  }

  @Test
  void should_use_a_code_up_when_somebody_guesses() {
    var code = code();
    assertThat(world.trades(code, "a-guess")).isFalse();

    assertClosed(world.trades(code, SignOnWorld.VERIFIER), "a code that was guessed with");
  }

  @Test
  void should_give_no_token_when_the_code_is_old() {
    var code = code();
    world.clock.advance(Duration.ofSeconds(60));

    assertClosed(world.trades(code, SignOnWorld.VERIFIER), "an old code");
  }

  @Test
  void should_send_nobody_on_the_way_when_no_web_session_waits() {
    var begun = true;
    try {
      world.begin.depart(acme, "", SignOnWorld.HERE);
    } catch (Unwelcome refused) {
      begun = false;
    }

    assertClosed(begun, "a sign-in without a web session");
  }

  @Test
  void should_send_nobody_more_on_the_way_when_one_address_begins_again_and_again() {
    var mallory = "192.0.2.66";
    for (int start = 0; start < StartLimit.AT_ONCE; start++) {
      world.leave(acme, mallory);
    }

    assertClosed(begins(mallory), "sign-ins without end from one address");
    assertThat(begins("192.0.2.7")).isTrue();
    world.clock.advance(StartLimit.ONE_MORE);
    assertThat(begins(mallory)).isTrue();
    assertThat(begins(mallory)).isFalse();
  }

  @Test
  void should_send_nobody_more_on_the_way_when_one_network_begins_from_ever_new_addresses() {
    for (int start = 0; start < StartLimit.AT_ONCE; start++) {
      world.leave(acme, "2001:db8:0:66::" + start);
    }

    assertClosed(begins("2001:db8:0:66::beef"), "sign-ins without end from one network");
    assertThat(begins("2001:db8:0:67::1")).isTrue();
  }

  private boolean begins(String from) {
    try {
      return !world.leave(acme, from).state().isEmpty();
    } catch (Unwelcome refused) {
      assertThat(refused.reason()).isEqualTo(Unwelcome.Reason.BUSY);
      return false;
    }
  }

  @Test
  void should_lead_back_to_the_console_whatever_the_address_says() {
    var query = agreed(world.leave(acme)) + "&return_to=https://evil.test/";

    var location = world.comeBack(acme, query);

    assertClosed(!location.startsWith("https://crm.test/console/sign-in?"), "a way to " + location);
  }

  @Test
  void should_hide_the_verifier_from_who_reads_the_address() {
    var asked = SignOnWorld.asked(world.leave(acme));

    assertClosed(!"S256".equals(asked.get("code_challenge_method")), "an open verifier");
  }

  @Test
  void should_keep_no_code_in_the_database() {
    var code = code();

    assertClosed(world.database().contains(code), "the database tells the code");
  }

  @Test
  void should_keep_no_verifier_in_the_database() {
    var departure = world.leave(acme);
    var told = world.database();
    assertThat(SignOnWorld.code(world.comeBack(acme, agreed(departure)))).isPresent();
    var verifier = world.server.tokenRequests().get(0).get("code_verifier");

    assertClosed(told.contains(verifier), "the database tells the verifier");
  }

  @Test
  void should_send_nobody_on_when_the_document_leads_elsewhere_now() {
    world.server.discoveryFault =
        document -> {
          var changed = new HashMap<>(document);
          changed.put("token_endpoint", "https://" + AuthorizationServer.EVIL_HOST + "/token");
          return changed;
        };
    world.clock.advance(Duration.ofHours(1));

    assertClosed(world.leaves(acme), "a document that leads to a stranger");
    assertClosed(!world.server.loot().isEmpty(), "the stranger was told something");
  }

  private String code() {
    return SignOnWorld.code(world.pass(acme)).orElseThrow();
  }

  private String agreed(Departure departure) {
    return world.agreed(departure);
  }

  private static String code(String query) {
    return query.substring("code=".length(), query.indexOf('&'));
  }

  private void keepCookie(Departure departure) {
    var name = SignOnWorld.cookieName(departure);
    world.cookies.put(name, new Cookie.Builder(name).value(departure.browser()).build());
  }

  private void refuse(String tenant, String query, String what) {
    assertClosed(SignOnWorld.code(world.comeBack(tenant, query)).isPresent(), what);
  }
}
