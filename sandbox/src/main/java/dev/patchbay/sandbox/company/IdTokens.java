package dev.patchbay.sandbox.company;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.patchbay.sandbox.oauth.Consent;
import dev.patchbay.sandbox.oauth.TokenSigner;
import dev.patchbay.sandbox.state.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** What the company's provider says of an employee who has signed in. */
final class IdTokens {
  private final TokenSigner signer;
  private final Clock clock;

  IdTokens(State state, Clock clock) {
    this.signer = new TokenSigner(state, "company/oauth/signing-key");
    this.clock = clock;
  }

  String publicKeys() {
    return signer.publicKeys();
  }

  String issue(Consent consent, String access, Optional<String> nonce) {
    Employee person = Staff.find(consent.account()).orElseThrow();
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(Company.ISSUER)
            .audience(consent.clientId())
            .subject(person.subject())
            .claim("at_hash", TokenSigner.hash(access))
            .claim("email", person.email())
            .claim("email_verified", true)
            .claim("name", person.name())
            .claim("groups", person.groups())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
    nonce.ifPresent(value -> claims.claim("nonce", value));
    return signer.sign(claims.build());
  }
}
