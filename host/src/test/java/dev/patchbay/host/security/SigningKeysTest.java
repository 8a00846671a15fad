package dev.patchbay.host.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class SigningKeysTest {
  private static final Caller ADA = Caller.user("ten_1", "usr_1", "ada", Set.of(Roles.ADMIN));

  private final SecuritySetup setup;

  SigningKeysTest(Dialect dialect) {
    setup = new SecuritySetup(dialect);
  }

  @Test
  void should_publish_a_new_key_long_before_it_signs() throws Exception {
    String first = keyOf(token());
    rotate();

    assertThat(setup.signingKeys.published().getKeys()).hasSize(2);
    assertThat(keyOf(token())).isEqualTo(first);
    setup.clock.advance(SecuritySetup.LEAD.minusSeconds(1));
    assertThat(keyOf(token())).isEqualTo(first);
    setup.clock.advance(Duration.ofSeconds(61));
    assertThat(keyOf(token())).isNotEqualTo(first);
  }

  /**
   * Whoever verifies has fetched the keys at most as long ago as they may be kept; here always a
   * while before they rotate.
   */
  @Test
  void should_have_every_token_verified_by_keys_fetched_before_when_keys_rotate() throws Exception {
    var fetched = setup.signingKeys.published();
    var fetchedAt = setup.clock.instant();
    for (int minute = 0; minute < 60; minute++) {
      if (minute == 11 || minute == 32) {
        rotate();
      }
      if (Duration.between(fetchedAt, setup.clock.instant())
              .compareTo(setup.signingKeys.mayBeKept())
          >= 0) {
        fetched = setup.signingKeys.published();
        fetchedAt = setup.clock.instant();
      }
      SignedJWT token = token();
      var key = fetched.getKeyByKeyId(keyOf(token));
      if (key == null) {
        throw new AssertionError("let through: a token of a key that nobody knows yet");
      }
      assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
      setup.clock.advance(Duration.ofMinutes(1));
    }
    assertThat(keyOf(token())).isEqualTo(newest());
  }

  @Test
  void should_publish_an_old_key_until_its_last_token_has_ended() throws Exception {
    rotate();
    setup.clock.advance(SecuritySetup.LEAD.minusSeconds(1));
    SignedJWT last = token();
    setup.clock.advance(Duration.ofHours(8));
    setup.signingKeys.forgetOld();

    if (setup.signingKeys.published().getKeyByKeyId(keyOf(last)) == null) {
      throw new AssertionError("let through: the key is gone before its last token");
    }
    setup.clock.advance(Duration.ofHours(2));
    setup.signingKeys.forgetOld();
    assertThat(setup.signingKeys.published().getKeys()).hasSize(1);
    assertThat(keyOf(token())).isEqualTo(newest());
  }

  private void rotate() {
    setup.clock.advance(Duration.ofMillis(1));
    setup.database.transactions().run(setup.signingKeys::rotate);
  }

  private String newest() {
    return setup.signingKeys.published().getKeys().get(0).getKeyID();
  }

  private SignedJWT token() throws Exception {
    return SignedJWT.parse(setup.tokens.issue(ADA, Duration.ofHours(8)).text());
  }

  private static String keyOf(SignedJWT token) {
    return token.getHeader().getKeyID();
  }
}
