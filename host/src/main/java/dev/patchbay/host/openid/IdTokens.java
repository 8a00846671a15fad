package dev.patchbay.host.openid;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.host.egress.Sender;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;

/** Checks id_tokens (OpenID Connect Core 1.0, section 3.1.3.7): who signed, for whom, when. */
@Singleton
public class IdTokens {
  private final KeySets keys;
  private final Clock clock;

  @Inject
  public IdTokens(KeySets keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Checks an id_token, and tells of whom it speaks.
   *
   * @param keysUrl where the issuer publishes its keys
   * @param sender in whose name they are fetched
   * @return the subject, which is sure to be one of that issuer
   * @throws Rejected if anything about it is wrong; says what, and nothing of its content
   */
  public String subject(String token, Expected expected, URI keysUrl, Sender sender) {
    return claims(token, expected, keysUrl, sender).getSubject();
  }

  /**
   * Checks an id_token as {@link #subject} does, and returns all that it says.
   *
   * @throws Rejected if anything about it is wrong
   */
  public JWTClaimsSet claims(String token, Expected expected, URI keysUrl, Sender sender) {
    try {
      var signed = SignedJWT.parse(token);
      new IdTokenSignature(keys, keysUrl, sender).check(signed);
      JWTClaimsSet claims = signed.getJWTClaimsSet();
      new IdTokenClaims(claims, expected, clock).check(signed.getHeader().getAlgorithm());
      return claims;
    } catch (ParseException e) {
      throw refused("it is not a signed token", e);
    }
  }

  static Rejected refused(String why) {
    return new Rejected("The service's id_token is refused: " + why);
  }

  static Rejected refused(String why, Exception cause) {
    return new Rejected("The service's id_token is refused: " + why, cause);
  }
}
