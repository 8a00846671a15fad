package dev.patchbay.host.outside;

import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.caller.NotAdmitted;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.openid.DocumentFetch;
import dev.patchbay.host.openid.KeySets;
import dev.patchbay.host.openid.PublishedDocuments;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tokens of outside issuers, honest and forged, offered for one of ours. */
class ExchangeAttackTest {
  private static final String ISSUER = "https://login.outside.test";
  private static final RSAKey KEY = key("k1");
  private static final RSAKey FORGED = key("k1");

  private final SettableClock clock = new SettableClock();
  @AutoClose private final OutsideServer server = new OutsideServer(KEY);
  private final Outsiders outsiders = outsiders(settings());

  @Test
  void should_let_in_whom_a_trusted_issuer_vouches_for() {
    var admitted = outsiders.admit(signed(claims -> claims));

    assertThat(admitted.caller().tenantId()).isEqualTo("ten_1");
    assertThat(admitted.caller().name()).isEqualTo("ada");
    assertThat(admitted.caller().roles()).containsExactly("crm");
    assertThat(admitted.caller().scopes())
        .containsExactlyInAnyOrder(Scope.RECORDS_READ, Scope.CONNECTIONS_READ);
    assertThat(admitted.until()).isEqualTo(in(300).toInstant());
  }

  @Test
  void should_narrow_to_the_scopes_that_the_issuer_grants() {
    var admitted = outsiders.admit(signed(claims -> claims.claim("scp", "records:read")));

    assertThat(admitted.caller().scopes()).containsExactly(Scope.RECORDS_READ);
  }

  @Test
  void should_not_give_a_scope_that_the_operator_did_not_name() {
    var admitted = outsiders.admit(signed(claims -> claims.claim("scp", "credentials:read")));

    assertClosed(!admitted.caller().scopes().isEmpty(), "a scope beyond the configuration");
  }

  @Test
  void should_refuse_a_token_when_its_issuer_is_unknown() {
    assertRefused(signed(claims -> claims.issuer("https://evil.test")), "another issuer");
  }

  @Test
  void should_refuse_a_token_when_it_is_for_somebody_else() {
    assertRefused(signed(claims -> claims.audience("another-server")), "another audience");
  }

  @Test
  void should_refuse_a_token_when_its_time_is_over() {
    assertRefused(signed(claims -> claims.expirationTime(in(-120))), "an old token");
  }

  @Test
  void should_refuse_a_token_when_it_never_ends() {
    assertRefused(signed(claims -> claims.expirationTime(null)), "a token without end");
  }

  @Test
  void should_refuse_a_token_when_it_is_from_the_future() {
    assertRefused(signed(claims -> claims.issueTime(in(600))), "a token that is not made yet");
  }

  @Test
  void should_refuse_a_token_when_it_may_not_be_used_yet() {
    assertRefused(signed(claims -> claims.notBeforeTime(in(600))), "a token before its time");
  }

  @Test
  void should_refuse_a_token_when_another_key_signed_it() {
    assertRefused(text(FORGED, JOSEObjectType.JWT, claims()), "a forged signature");
  }

  @Test
  void should_refuse_a_token_when_the_public_key_was_taken_for_a_password() throws Exception {
    byte[] password = KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build();

    assertRefused(sign(header, claims().build(), new MACSigner(password)), "HS256");
  }

  @Test
  void should_refuse_a_token_when_it_is_not_signed() {
    assertRefused(new PlainJWT(claims().build()).serialize(), "an unsigned token");
  }

  @Test
  void should_refuse_a_token_when_it_brings_its_own_key() throws Exception {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(FORGED.toPublicJWK()).keyID("k1").build();

    assertRefused(sign(header, claims().build(), new RSASSASigner(FORGED)), "a key of its own");
  }

  @Test
  void should_refuse_a_token_when_it_was_made_for_another_purpose() {
    assertRefused(text(KEY, new JOSEObjectType("logout+jwt"), claims()), "a logout token");
  }

  @Test
  void should_refuse_a_token_when_it_names_no_tenant_of_this_issuer() {
    assertRefused(signed(claims -> claims.claim("org", "another")), "a tenant not its own");
  }

  @Test
  void should_refuse_a_token_when_it_names_a_tenant_by_our_own_id() {
    assertRefused(signed(claims -> claims.claim("org", "ten_2")), "a tenant by its id");
  }

  @Test
  void should_end_a_session_when_the_operator_takes_the_tenant_from_the_issuer() {
    var caller = outsiders.admit(signed(claims -> claims)).caller();
    var settings = new HashMap<>(settings());
    settings.put("patchbay.issuers.crm.tenants", "beta=ten_9");

    assertClosed(
        outsiders(settings)
            .stillGood(caller.subject(), "ada", caller.tenantId(), caller.scopes())
            .isPresent(),
        "a tenant that was taken away");
    assertThat(outsiders.stillGood(caller.subject(), "ada", caller.tenantId(), caller.scopes()))
        .isPresent();
  }

  @Test
  void should_end_a_session_when_the_operator_takes_a_scope_from_the_issuer() {
    var caller = outsiders.admit(signed(claims -> claims)).caller();
    var settings = new HashMap<>(settings());
    settings.put("patchbay.issuers.crm.scopes", "records:read");

    assertClosed(
        outsiders(settings)
            .stillGood(caller.subject(), "ada", caller.tenantId(), caller.scopes())
            .isPresent(),
        "a scope that was taken away");
  }

  @Test
  void should_find_a_new_key_when_the_issuer_has_changed_it() {
    outsiders.admit(signed(claims -> claims));
    RSAKey next = key("k2");
    server.publish(next);
    clock.advance(Duration.ofMinutes(2));

    assertThat(outsiders.admit(text(next, JOSEObjectType.JWT, claims()))).isNotNull();
  }

  @Test
  void should_not_ask_for_keys_again_and_again_when_somebody_forges_tokens() {
    RSAKey unknown = key("k9");
    for (int i = 0; i < 20; i++) {
      assertRefused(text(unknown, JOSEObjectType.JWT, claims()), "an unknown key");
    }

    assertClosed(server.asked() > 1, server.asked() + " questions to the issuer");
  }

  @Test
  void should_say_that_it_cannot_tell_when_the_issuer_is_away() {
    server.close();

    assertThatThrownBy(() -> outsiders.admit(signed(claims -> claims)))
        .isInstanceOf(Unavailable.class);
  }

  private void assertRefused(String token, String what) {
    try {
      outsiders.admit(token);
    } catch (NotAdmitted refused) {
      return;
    }
    throw new AssertionError("let through: " + what);
  }

  private Outsiders outsiders(Map<String, String> settings) {
    var documents = new PublishedDocuments(new DocumentFetch(server.gate()), clock);
    var keys = new KeySets(documents, clock);
    return new Outsiders(new Issuers(new Settings(settings)), keys, clock);
  }

  private static Map<String, String> settings() {
    return Map.of(
        "patchbay.issuers", "crm",
        "patchbay.issuers.crm.issuer", ISSUER,
        "patchbay.issuers.crm.keys", ISSUER + "/keys",
        "patchbay.issuers.crm.audience", "patchbay",
        "patchbay.issuers.crm.tenant-claim", "org",
        "patchbay.issuers.crm.tenants", "acme=ten_1, beta=ten_3",
        "patchbay.issuers.crm.scopes", "records:read connections:read",
        "patchbay.issuers.crm.scope-claim", "scp");
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience("patchbay")
        .subject("ada")
        .claim("org", "acme")
        .claim("scp", "records:read connections:read")
        .issueTime(in(0))
        .expirationTime(in(300));
  }

  private String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
    return text(KEY, JOSEObjectType.JWT, change.apply(claims()));
  }

  private Date in(long seconds) {
    return Date.from(clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds));
  }

  private static String text(RSAKey key, JOSEObjectType type, JWTClaimsSet.Builder claims) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(type).build();
      return sign(header, claims.build(), new RSASSASigner(key));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
      throws Exception {
    var token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
