package dev.patchbay.host.security;

import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glassfish.soteria.identitystores.hash.Pbkdf2PasswordHashImpl;
import org.junit.jupiter.api.Test;

/** Guessing a password, online by many tries and offline from a stolen hash. */
@OnBothDatabases
class GuessingTest {
  private static final Secret PASSWORD = Secret.of("correct horse battery");
  private static final String HERE = "192.0.2.1";

  private final SecuritySetup setup;
  private final String tenant;

  GuessingTest(Dialect dialect) {
    setup = new SecuritySetup(dialect);
    tenant = setup.tenant("acme");
  }

  @Test
  void should_slow_guesses_of_one_name_when_they_come_from_one_address() {
    assertSlowed(5, i -> waitFor("ada", HERE), "a name guessed from one address");
  }

  @Test
  void should_slow_guesses_of_one_name_when_they_come_from_many_addresses() {
    assertSlowed(20, i -> waitFor("ada", "192.0.2." + i), "a name guessed from many addresses");
  }

  @Test
  void should_slow_guesses_of_many_names_when_they_come_from_one_address() {
    assertSlowed(100, i -> waitFor("user" + i, HERE), "many names guessed from one address");
  }

  @Test
  void should_slow_guesses_of_many_names_when_they_come_from_one_network() {
    assertSlowed(
        100,
        i -> waitFor("user" + i, "2001:db8:0:66::" + i),
        "many names guessed from the addresses of one network");
  }

  @Test
  void should_not_slow_this_machine_where_a_proxy_may_stand_for_everybody() {
    for (int i = 0; i < 110; i++) {
      assertThat(waitFor("user" + i, "127.0.0.1")).isEmpty();
    }
  }

  @Test
  void should_never_shut_a_name_out_for_long_when_others_guess_it() {
    for (int i = 0; i < 60; i++) {
      waitFor("ada", "192.0.2." + i);
      setup.clock.advance(Duration.ofMinutes(1));
    }

    assertThat(waitFor("ada", "198.51.100.1").orElse(Duration.ZERO))
        .isLessThanOrEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void should_not_count_a_right_answer_as_a_guess() {
    for (int i = 0; i < 110; i++) {
      setup.throttle.admit("ada", HERE);
      setup.throttle.succeeded("ada", HERE);
    }

    assertThat(waitFor("ada", HERE)).isEmpty();
  }

  @Test
  void should_make_a_stolen_hash_as_costly_as_owasp_asks() {
    User ada = ada();

    assertClosed(
        !ada.passwordHash().orElseThrow().startsWith("PBKDF2WithHmacSHA512:220000:"),
        "a hash of " + ada.passwordHash().orElseThrow().split(":", -1)[1] + " rounds");
  }

  @Test
  void should_strengthen_a_hash_at_the_next_sign_in_when_the_strength_has_risen() {
    User ada = ada();
    setup.database.transactions().run(() -> setup.users.strengthen(ada, weak()));

    setup.signIn.user("ada", PASSWORD, HERE);

    User now = setup.users.named("ada").orElseThrow();
    assertClosed(Passwords.isWeak(now.passwordHash().orElseThrow()), "a weak hash stays");
    assertThat(setup.signIn.user("ada", PASSWORD, HERE)).isNotNull();
    assertThat(now.caller().generation()).isZero();
  }

  private User ada() {
    return setup
        .database
        .transactions()
        .call(() -> setup.userRegister.add(tenant, "ada", PASSWORD, Set.of(Roles.EDITOR)));
  }

  private static String weak() {
    var old = new Pbkdf2PasswordHashImpl();
    old.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
            "Pbkdf2PasswordHash.Iterations", "2048"));
    return old.generate(PASSWORD.reveal().toCharArray());
  }

  private void assertSlowed(int free, Guess guess, String what) {
    for (int i = 0; i < free; i++) {
      assertThat(guess.number(i)).isEmpty();
    }
    assertClosed(guess.number(free).isEmpty(), what);
  }

  private Optional<Duration> waitFor(String name, String address) {
    try {
      setup.throttle.admit(name, address);
      return Optional.empty();
    } catch (ProblemException refusal) {
      return refusal.retryAfter();
    }
  }

  private interface Guess {
    Optional<Duration> number(int i);
  }
}
