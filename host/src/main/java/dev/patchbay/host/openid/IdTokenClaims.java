package dev.patchbay.host.openid;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.patchbay.host.security.SecretHash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** What a token that its issuer has signed says, held against what was asked. */
final class IdTokenClaims {
  private static final Duration SKEW = Duration.ofMinutes(2);
  private static final Duration OLDEST = Duration.ofMinutes(20);
  private static final int LONGEST_SUBJECT = 255;

  private final JWTClaimsSet claims;
  private final Expected expected;
  private final Clock clock;

  IdTokenClaims(JWTClaimsSet claims, Expected expected, Clock clock) {
    this.claims = claims;
    this.expected = expected;
    this.clock = clock;
  }

  /**
   * @param algorithm by which the token was signed; it also decides how tokens are hashed
   */
  void check(JWSAlgorithm algorithm) throws ParseException {
    require(expected.issuer().equals(claims.getIssuer()), "it comes from another issuer");
    require(List.of(expected.clientId()).equals(claims.getAudience()), "it is for another client");
    require(isAuthorizedParty(), "it was made on behalf of another client");
    require(hasSubject(), "it names no subject");
    requireTime();
    require(hasNonce(), "it was not made for this attempt");
    require(speaksOfAccessToken(algorithm), "it came with another access token");
  }

  private boolean isAuthorizedParty() throws ParseException {
    var party = claims.getStringClaim("azp");
    return party == null || party.equals(expected.clientId());
  }

  private boolean hasSubject() {
    var subject = claims.getSubject();
    return subject != null && !subject.isBlank() && subject.length() <= LONGEST_SUBJECT;
  }

  private void requireTime() {
    var now = clock.instant();
    require(end().filter(end -> end.plus(SKEW).isAfter(now)).isPresent(), "its time is over");
    var made = instant(claims.getIssueTime());
    require(
        made.filter(time -> !time.minus(SKEW).isAfter(now)).isPresent(),
        "it is not made yet, or does not say when");
    require(made.filter(time -> time.plus(OLDEST).isAfter(now)).isPresent(), "it is old");
    require(
        instant(claims.getNotBeforeTime()).filter(time -> time.minus(SKEW).isAfter(now)).isEmpty(),
        "its time has not come");
  }

  private Optional<Instant> end() {
    return instant(claims.getExpirationTime());
  }

  private boolean hasNonce() throws ParseException {
    return Optional.ofNullable(claims.getStringClaim("nonce"))
        .filter(nonce -> SecretHash.matches(nonce, expected.nonceHash()))
        .isPresent();
  }

  private boolean speaksOfAccessToken(JWSAlgorithm algorithm) throws ParseException {
    var hash = claims.getStringClaim("at_hash");
    return hash == null || hash.equals(halfHash(expected.accessToken().reveal(), algorithm));
  }

  /** The left half of the hash that goes with the algorithm (section 3.1.3.6). */
  private static String halfHash(String text, JWSAlgorithm algorithm) {
    var name = algorithm.getName();
    try {
      var hash =
          MessageDigest.getInstance("SHA-" + name.substring(name.length() - 3))
              .digest(text.getBytes(US_ASCII));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(hash, hash.length / 2));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK lacks a hash of " + name, e);
    }
  }

  private static Optional<Instant> instant(Date date) {
    return Optional.ofNullable(date).map(Date::toInstant);
  }

  private static void require(boolean good, String otherwise) {
    if (!good) {
      throw IdTokens.refused(otherwise);
    }
  }
}
