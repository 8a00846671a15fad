package dev.patchbay.sandbox.company;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.oauth.Consent;
import dev.patchbay.sandbox.oauth.Secrets;
import dev.patchbay.sandbox.state.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;

/** Signs OpenID Connect id_tokens with a key that is made at first use and then kept. */
final class IdTokens {
  private static final String KEY = "company/oauth/signing-key";

  private final State state;
  private final Clock clock;
  private Optional<RSAKey> key = Optional.empty();

  IdTokens(State state, Clock clock) {
    this.state = state;
    this.clock = clock;
    state.each(KEY, (name, json) -> key = Optional.of(parse(Json.trusted(json).toString())));
  }

  private static RSAKey parse(String json) {
    try {
      return RSAKey.parse(json);
    } catch (ParseException e) {
      throw new IllegalStateException("The kept signing key is damaged", e);
    }
  }

  String publicKeys() {
    return new JWKSet(key().toPublicJWK()).toString();
  }

  private synchronized RSAKey key() {
    if (key.isEmpty()) {
      key = Optional.of(generate());
      state.put(KEY, Json.of(key.get().toJSONObject()));
    }
    return key.get();
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(2048)
          .keyID(Secrets.next(20))
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("Cannot make an RSA key", e);
    }
  }

  String issue(Consent consent, String access, Optional<String> nonce) {
    Employee person = Staff.find(consent.account()).orElseThrow();
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(Company.ISSUER)
            .audience(consent.clientId())
            .subject(person.subject())
            .claim("at_hash", hash(access))
            .claim("email", person.email())
            .claim("email_verified", true)
            .claim("name", person.name())
            .claim("groups", person.groups())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
    nonce.ifPresent(value -> claims.claim("nonce", value));
    return sign(claims.build());
  }

  private String sign(JWTClaimsSet claims) {
    try {
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .keyID(key().getKeyID())
              .type(JOSEObjectType.JWT)
              .build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("Cannot sign an id_token", e);
    }
  }

  private static String hash(String access) {
    try {
      byte[] whole =
          MessageDigest.getInstance("SHA-256").digest(access.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
