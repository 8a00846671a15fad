package dev.patchbay.sandbox.oauth;

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
import dev.patchbay.sandbox.state.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Signs OpenID Connect id_tokens with a key that is made at first use and then kept. */
public final class TokenSigner {
  private final State state;
  private final String place;
  private Optional<RSAKey> key = Optional.empty();

  /**
   * @param place where in the state the key lies
   */
  public TokenSigner(State state, String place) {
    this.state = state;
    this.place = place;
    state.each(place, (name, json) -> key = Optional.of(parse(Json.trusted(json).toString())));
  }

  private static RSAKey parse(String json) {
    try {
      return RSAKey.parse(json);
    } catch (ParseException e) {
      throw new IllegalStateException("The kept signing key is damaged", e);
    }
  }

  public String publicKeys() {
    return new JWKSet(key().toPublicJWK()).toString();
  }

  private synchronized RSAKey key() {
    if (key.isEmpty()) {
      key = Optional.of(generate());
      state.put(place, Json.of(key.get().toJSONObject()));
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

  public String sign(JWTClaimsSet claims) {
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

  /** The claim at_hash: binds an id_token to the access token that is issued with it. */
  public static String hash(String access) {
    try {
      byte[] whole =
          MessageDigest.getInstance("SHA-256").digest(access.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
