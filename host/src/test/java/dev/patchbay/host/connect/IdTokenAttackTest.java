package dev.patchbay.host.connect;

import static dev.patchbay.host.fixture.IdTokenForge.EC_KEY;
import static dev.patchbay.host.fixture.IdTokenForge.ENCRYPTION_KEY;
import static dev.patchbay.host.fixture.IdTokenForge.FOREIGN_KEY;
import static dev.patchbay.host.fixture.IdTokenForge.KEY;
import static dev.patchbay.host.fixture.IdTokenForge.header;
import static dev.patchbay.host.fixture.IdTokenForge.signed;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.patchbay.host.connect.AttackWorld.Attempt;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.AuthorizationServer.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every wrong id_token, at a service whose codes and access tokens are good. */
class IdTokenAttackTest {
  private AttackWorld attack;
  private Attempt attempt;

  @BeforeEach
  void leave() {
    attack = AttackWorld.openId();
    attempt = attack.leave();
  }

  @AfterEach
  void close() {
    attack.close();
  }

  @Test
  void should_connect_nothing_when_there_is_no_id_token() {
    refuse(claims -> null);
  }

  @Test
  void should_connect_nothing_when_nobody_signed() {
    refuse(claims -> new PlainJWT(claims.build()).serialize());
  }

  @Test
  void should_connect_nothing_when_the_signature_is_left_out() {
    refuse(claims -> part(signed(claims.build()), 0) + "." + part(signed(claims.build()), 1) + ".");
  }

  @Test
  void should_connect_nothing_when_the_claims_were_changed_after_signing() {
    refuse(
        claims -> {
          var good = signed(claims.build());
          var other = Base64URL.encode(claims.subject("mallory").build().toString());
          return part(good, 0) + "." + other + "." + part(good, 2);
        });
  }

  @Test
  void should_connect_nothing_when_a_foreign_key_signed() {
    refuse(claims -> signed(header(), claims.build(), FOREIGN_KEY));
  }

  @Test
  void should_connect_nothing_when_the_public_key_is_taken_for_a_password() {
    refuse(claims -> signed(symmetric(), claims.build(), mac(publicKeyText())));
  }

  @Test
  void should_connect_nothing_when_the_client_secret_signed() {
    refuse(
        claims ->
            signed(symmetric(), claims.build(), mac(AuthorizationServer.CLIENT_SECRET.repeat(2))));
  }

  @Test
  void should_connect_nothing_when_a_password_is_published_as_a_key() {
    var password = "p".repeat(40);
    attack.server.idTokens.published.add(
        new OctetSequenceKey.Builder(password.getBytes(UTF_8)).keyID("key-1").build());

    refuse(claims -> signed(symmetric(), claims.build(), mac(password)));
  }

  @Test
  void should_connect_nothing_when_the_header_brings_the_key() {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(FOREIGN_KEY.toPublicJWK()).build();

    refuse(claims -> signed(header, claims.build(), FOREIGN_KEY));
  }

  @Test
  void should_ask_nobody_when_the_header_says_where_the_key_is() {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID("key-9")
            .jwkURL(URI.create("https://" + AuthorizationServer.EVIL_HOST + "/keys"))
            .build();

    refuse(claims -> signed(header, claims.build(), FOREIGN_KEY));
    attack.assertNoLoot();
  }

  @Test
  void should_connect_nothing_when_a_key_for_encryption_signed() {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key-3").build();

    refuse(claims -> signed(header, claims.build(), ENCRYPTION_KEY));
  }

  @Test
  void should_connect_nothing_when_another_of_the_keys_signed_than_the_header_says() {
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("key-1").build();

    refuse(claims -> signed(header, claims.build(), EC_KEY));
  }

  @Test
  void should_connect_nothing_when_the_token_is_for_another_purpose() {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID("key-1")
            .type(new JOSEObjectType("logout+jwt"))
            .build();

    refuse(claims -> signed(header, claims.build(), KEY));
  }

  @Test
  void should_connect_nothing_when_a_critical_header_is_not_understood() {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID("key-1")
            .customParam("only-for", "somebody")
            .criticalParams(Set.of("only-for"))
            .build();

    refuse(claims -> signed(header, claims.build(), KEY));
  }

  @Test
  void should_connect_nothing_when_another_issuer_made_it() {
    refuseClaims(claims -> claims.issuer("https://evil.test"));
  }

  @Test
  void should_connect_nothing_when_the_issuer_only_starts_like_the_right_one() {
    refuseClaims(claims -> claims.issuer(AuthorizationServer.ISSUER + ".evil.test"));
  }

  @Test
  void should_connect_nothing_when_it_names_no_issuer() {
    refuseClaims(claims -> claims.issuer(null));
  }

  @Test
  void should_connect_nothing_when_it_was_made_for_another_client() {
    refuseClaims(claims -> claims.audience("client-2"));
  }

  @Test
  void should_connect_nothing_when_it_was_made_for_nobody() {
    refuseClaims(claims -> claims.audience((String) null));
  }

  @Test
  void should_connect_nothing_when_it_was_made_for_another_client_too() {
    refuseClaims(claims -> claims.audience(List.of(AuthorizationServer.CLIENT_ID, "client-2")));
  }

  @Test
  void should_connect_nothing_when_another_client_asked_for_it() {
    refuseClaims(claims -> claims.claim("azp", "client-2"));
  }

  @Test
  void should_connect_nothing_when_its_time_is_over() {
    refuseClaims(claims -> claims.expirationTime(in(Duration.ofMinutes(-3))));
  }

  @Test
  void should_connect_nothing_when_it_never_ends() {
    refuseClaims(claims -> claims.expirationTime(null));
  }

  @Test
  void should_connect_nothing_when_it_comes_from_the_future() {
    refuseClaims(claims -> claims.issueTime(in(Duration.ofMinutes(3))));
  }

  @Test
  void should_connect_nothing_when_it_does_not_say_when_it_was_made() {
    refuseClaims(claims -> claims.issueTime(null));
  }

  @Test
  void should_connect_nothing_when_it_was_made_long_ago() {
    refuseClaims(claims -> claims.issueTime(in(Duration.ofMinutes(-21))));
  }

  @Test
  void should_connect_nothing_when_its_time_has_not_come() {
    refuseClaims(claims -> claims.notBeforeTime(in(Duration.ofMinutes(3))));
  }

  @Test
  void should_connect_nothing_when_it_brings_no_nonce() {
    refuseClaims(claims -> claims.claim("nonce", null));
  }

  @Test
  void should_connect_nothing_when_its_nonce_is_another() {
    refuseClaims(claims -> claims.claim("nonce", "guessed"));
  }

  /** The code is the victim's own, but the id_token was made for an attempt of the attacker. */
  @Test
  void should_connect_nothing_when_it_was_made_for_another_attempt() {
    var attackers = attack.asked(attack.leave()).get("nonce");

    refuseClaims(claims -> claims.claim("nonce", attackers));
  }

  @Test
  void should_connect_nothing_when_it_names_nobody() {
    refuseClaims(claims -> claims.subject(null));
  }

  @Test
  void should_connect_nothing_when_its_subject_is_blank() {
    refuseClaims(claims -> claims.subject(" "));
  }

  @Test
  void should_connect_nothing_when_its_subject_is_a_flood() {
    refuseClaims(claims -> claims.subject("x".repeat(300)));
  }

  @Test
  void should_connect_nothing_when_the_access_token_was_exchanged() {
    refuseClaims(claims -> claims.claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"));
  }

  @Test
  void should_say_nothing_of_its_content_when_it_is_refused() {
    attack.server.idTokens.forging =
        claims -> signed(claims.subject("ada-in-person").issuer("x").build());

    comeBack();

    AttackWorld.refuse(attack.problem(attempt).contains("ada-in-person"), "the content is told");
  }

  @Test
  void should_keep_no_id_token_when_it_has_served() {
    attack.server.idTokens.forging = claims -> signed(claims.build());
    comeBack();

    var connection = attack.world.established.heard().get(0).connectionId();
    var holder = new dev.patchbay.host.credential.Holder(ConnectWorld.TENANT, connection);
    AttackWorld.refuse(
        attack.world.grants.find(holder).orElseThrow().toString().contains("id_token"),
        "the id_token is kept");
  }

  @Test
  void should_not_ask_and_ask_when_tokens_of_unknown_keys_come_in_a_flood() {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key-9").build();
    attack.server.idTokens.forging = claims -> signed(header, claims.build(), FOREIGN_KEY);
    for (int i = 0; i < 5; i++) {
      attack.comeBack(answered(attack.leave()));
    }

    AttackWorld.refuse(
        attack.server.keyRequests.get() > 1,
        attack.server.keyRequests + " questions for 5 forgeries");
  }

  @Test
  void should_keep_whose_it_is_when_a_renewal_says_another() {
    comeBack();
    var connection = attack.world.established.heard().get(0).connectionId();
    attack.server.tokenFault =
        answer ->
            new Answer(
                200,
                java.util.Map.of(),
                answer.body().replaceFirst("\\{", "{\"openid_subject\":\"mallory\","));
    attack.world.clock.advance(Duration.ofMinutes(58));

    attack.world.live.read(ConnectWorld.TENANT, connection, "t", client -> client.check());

    var holder = new dev.patchbay.host.credential.Holder(ConnectWorld.TENANT, connection);
    var auth = attack.world.grants.find(holder).orElseThrow().toAuth();
    AttackWorld.refuse(
        auth.field("openid_subject").reveal().equals("mallory"), "the subject was exchanged");
  }

  private void refuse(Function<JWTClaimsSet.Builder, String> forging) {
    attack.server.idTokens.forging = forging;
    comeBack();
    attack.assertNothingConnected();
  }

  private void refuseClaims(UnaryOperator<JWTClaimsSet.Builder> change) {
    refuse(claims -> signed(change.apply(claims).build()));
  }

  private void comeBack() {
    attack.comeBack(answered(attempt));
  }

  private String answered(Attempt to) {
    return attack.agreedAs(to, AuthorizationServer.ISSUER);
  }

  private Date in(Duration time) {
    Instant now = attack.world.clock.instant();
    return Date.from(now.plus(time));
  }

  private static String part(String token, int index) {
    return token.split("\\.")[index];
  }

  private static JWSHeader symmetric() {
    return new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build();
  }

  private static MACSigner mac(String password) {
    try {
      return new MACSigner(password.getBytes(UTF_8));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String publicKeyText() {
    return KEY.toPublicJWK().getModulus().toString();
  }
}
