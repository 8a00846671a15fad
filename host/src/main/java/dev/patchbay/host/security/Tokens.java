package dev.patchbay.host.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.ids.Ids;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;

/** Issues access tokens with the claims that MicroProfile JWT reads. */
@Singleton
class Tokens {
  static final String ISSUER = "patchbay";
  static final String TENANT = "tenant";

  static final String GENERATION = "generation";

  /** What a program's token is narrowed to, as RFC 8693, section 4.2 writes it. */
  static final String SCOPE = "scope";

  private final SigningKeys keys;
  private final Ids ids;
  private final Clock clock;

  @Inject
  Tokens(SigningKeys keys, Ids ids, Clock clock) {
    this.keys = keys;
    this.ids = ids;
    this.clock = clock;
  }

  AccessToken issue(Caller caller, Duration lifetime) {
    Instant now = clock.instant();
    Instant end = now.plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(caller.subject())
            .claim("upn", caller.name())
            .claim("groups", List.copyOf(caller.roles()))
            .claim(TENANT, caller.tenantId())
            .claim(GENERATION, caller.generation())
            .jwtID(ids.next("jti"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(end));
    if (!caller.isPerson()) {
      claims.claim(SCOPE, Scope.text(caller.scopes()));
    }
    return new AccessToken(sign(claims.build()), end);
  }

  private String sign(JWTClaimsSet claims) {
    RSAKey key = keys.signer();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(key.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("A token could not be signed", e);
    }
    return token.serialize();
  }
}
