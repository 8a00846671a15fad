package dev.patchbay.host.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class SignInThrottleTest {
  private static final String HERE = "192.0.2.1";

  private final SettableClock clock = new SettableClock();
  private final SignInThrottle throttle;

  SignInThrottleTest(Dialect dialect) {
    TestDatabase database = TestDatabase.clean(dialect);
    throttle = new SignInThrottle(database.entities(), database.transactions(), clock);
  }

  @BeforeEach
  void guessFiveTimes() {
    for (int i = 0; i < 5; i++) {
      assertThat(waitFor("ada", HERE)).isEmpty();
    }
  }

  @Test
  void should_double_the_wait_when_guessing_goes_on() {
    assertThat(waitFor("ada", HERE)).contains(Duration.ofSeconds(5));
    clock.advance(Duration.ofSeconds(4));
    assertThat(waitFor("ada", HERE)).contains(Duration.ofSeconds(1));
    clock.advance(Duration.ofSeconds(1));
    assertThat(waitFor("ada", HERE)).isEmpty();
    assertThat(waitFor("ada", HERE)).contains(Duration.ofSeconds(10));
  }

  @Test
  void should_let_pass_when_the_name_or_the_address_is_another() {
    assertThat(waitFor("ada", "192.0.2.2")).isEmpty();
    assertThat(waitFor("bob", HERE)).isEmpty();
  }

  @Test
  void should_never_wait_longer_than_a_quarter_of_an_hour() {
    for (int i = 0; i < 80; i++) {
      clock.advance(Duration.ofMinutes(15));
      assertThat(waitFor("ada", HERE)).isEmpty();
    }

    assertThat(waitFor("ada", HERE)).contains(Duration.ofMinutes(15));
  }

  @Test
  void should_forget_when_an_hour_has_passed() {
    clock.advance(Duration.ofHours(1).plusSeconds(1));

    for (int i = 0; i < 5; i++) {
      assertThat(waitFor("ada", HERE)).isEmpty();
    }
  }

  @Test
  void should_forgive_when_the_sign_in_succeeds() {
    throttle.succeeded("ada", HERE);

    assertThatCode(() -> throttle.admit("ada", HERE)).doesNotThrowAnyException();
  }

  private Optional<Duration> waitFor(String name, String address) {
    try {
      throttle.admit(name, address);
      return Optional.empty();
    } catch (ProblemException refusal) {
      return refusal.retryAfter();
    }
  }
}
