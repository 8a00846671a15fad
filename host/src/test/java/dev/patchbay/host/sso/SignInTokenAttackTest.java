package dev.patchbay.host.sso;

import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.patchbay.host.fixture.IdTokenForge;
import dev.patchbay.host.persistence.Dialect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Id_tokens that say who has come, and are not to be believed. */
class SignInTokenAttackTest {
  @AutoClose private final SignOnWorld world = SignOnWorld.on(Dialect.H2);
  private final String acme = world.tenant("acme");

  @BeforeEach
  void setUp() {
    world.save(acme, SignOnWorld.draft());
  }

  @Test
  void should_let_in_whom_a_good_token_names() {
    forge(IdTokenForge::signed);

    assertThat(world.signIn(acme)).isPresent();
  }

  @Test
  void should_let_nobody_in_when_another_issuer_has_made_it() {
    refuseClaims(claims -> claims.issuer("https://evil.test"), "another issuer");
  }

  @Test
  void should_let_nobody_in_when_it_is_for_another_client() {
    refuseClaims(claims -> claims.audience("client-2"), "another audience");
  }

  @Test
  void should_let_nobody_in_when_it_was_made_on_behalf_of_another() {
    refuseClaims(claims -> claims.claim("azp", "client-2"), "another party");
  }

  @Test
  void should_let_nobody_in_when_it_is_of_another_attempt() {
    refuseClaims(claims -> claims.claim("nonce", "of-yesterday"), "another nonce");
  }

  @Test
  void should_let_nobody_in_when_its_time_is_over() {
    refuseClaims(
        claims ->
            claims.expirationTime(Date.from(world.clock.instant().minus(Duration.ofMinutes(3)))),
        "an old token");
  }

  @Test
  void should_let_nobody_in_when_it_is_not_signed() {
    refuse(claims -> new PlainJWT(claims).serialize(), "an unsigned token");
  }

  @Test
  void should_let_nobody_in_when_the_public_key_was_taken_for_a_password() {
    refuse(
        claims -> {
          try {
            var password = IdTokenForge.KEY.toPublicJWK().toJSONString();
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build();
            return IdTokenForge.signed(
                header, claims, new MACSigner(password.getBytes(StandardCharsets.UTF_8)));
          } catch (JOSEException e) {
            throw new IllegalStateException(e);
          }
        },
        "HS256");
  }

  @Test
  void should_let_nobody_in_when_another_key_has_signed_it() {
    refuse(
        claims -> IdTokenForge.signed(IdTokenForge.header(), claims, IdTokenForge.FOREIGN_KEY),
        "a forged signature");
  }

  private void refuseClaims(UnaryOperator<JWTClaimsSet.Builder> change, String what) {
    refuse(
        claims -> IdTokenForge.signed(change.apply(new JWTClaimsSet.Builder(claims)).build()),
        what);
  }

  private void refuse(Function<JWTClaimsSet, String> forging, String what) {
    forge(forging);

    assertClosed(world.signIn(acme).isPresent(), what);
  }

  private void forge(Function<JWTClaimsSet, String> forging) {
    world.server.idTokens.forging =
        claims -> forging.apply(claims.claim("groups", List.of("crm-editors")).build());
  }
}
