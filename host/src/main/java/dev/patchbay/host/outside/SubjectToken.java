package dev.patchbay.host.outside;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.patchbay.host.caller.NotAdmitted;
import dev.patchbay.host.openid.KeySets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;

/**
 * A token that an outside issuer signed. Its header may say which of the issuer's published keys,
 * and nothing else of how it is to be checked.
 */
final class SubjectToken {
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration OLDEST = Duration.ofHours(24);

  private final SignedJWT token;
  private final Issuer issuer;

  private SubjectToken(SignedJWT token, Issuer issuer) {
    this.token = token;
    this.issuer = issuer;
  }

  /** Reads which issuer a token claims to be of; nothing in it is to be believed yet. */
  static SubjectToken of(String text, Issuers issuers) {
    try {
      SignedJWT token = SignedJWT.parse(text);
      String claimed = token.getJWTClaimsSet().getIssuer();
      return issuers
          .issuing(claimed == null ? "" : claimed)
          .map(issuer -> new SubjectToken(token, issuer))
          .orElseThrow(() -> new NotAdmitted("it is of no issuer that this server trusts"));
    } catch (ParseException e) {
      throw new NotAdmitted("it is no signed token");
    }
  }

  Issuer issuer() {
    return issuer;
  }

  /** Checks signature, issuer, audience and times, and returns what the token then says. */
  JWTClaimsSet checked(KeySets keys, Clock clock) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.Family.SIGNATURE,
            (selector, context) -> selector.select(published(keys, selector))));
    processor.setJWTClaimsSetVerifier(new Claims(clock));
    try {
      return processor.process(token, null);
    } catch (BadJOSEException | JOSEException e) {
      throw new NotAdmitted(e.getMessage());
    }
  }

  private JWKSet published(KeySets keys, JWKSelector wanted) {
    return keys.of(issuer.keys(), issuer.sender(), set -> !wanted.select(set).isEmpty());
  }

  /** Its issuer and audience to the letter, and neither ended nor from the future nor ancient. */
  private final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
    private final Clock clock;

    Claims(Clock clock) {
      super(
          issuer.audience(),
          new JWTClaimsSet.Builder().issuer(issuer.issuer()).build(),
          Set.of("sub", "exp", "iat"));
      this.clock = clock;
      setMaxClockSkew((int) SKEW.toSeconds());
    }

    @Override
    public void verify(JWTClaimsSet claims, SecurityContext context) throws BadJWTException {
      super.verify(claims, context);
      Instant now = clock.instant();
      Instant made = claims.getIssueTime().toInstant();
      if (made.minus(SKEW).isAfter(now) || made.plus(OLDEST).isBefore(now)) {
        throw new BadJWTException("it is not made yet, or too long ago");
      }
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }
  }
}
