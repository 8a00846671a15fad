package dev.patchbay.sandbox.google;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.patchbay.sandbox.oauth.Consent;
import dev.patchbay.sandbox.oauth.TokenSigner;
import dev.patchbay.sandbox.state.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/** What Google says of an account that has consented, as far as the scopes allow. */
final class IdTokens {
  static final String ISSUER = "https://accounts.google.com";

  private final TokenSigner signer;
  private final Accounts accounts;
  private final Clock clock;

  IdTokens(State state, Accounts accounts, Clock clock) {
    this.signer = new TokenSigner(state, "google/oauth/signing-key");
    this.accounts = accounts;
    this.clock = clock;
  }

  String publicKeys() {
    return signer.publicKeys();
  }

  String issue(Consent consent, Set<String> scopes, String access, Optional<String> nonce) {
    Account account = accounts.find(consent.account()).orElseThrow();
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(consent.clientId())
            .claim("azp", consent.clientId())
            .subject(account.subject())
            .claim("at_hash", TokenSigner.hash(access))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(Duration.ofHours(1))));
    nonce.ifPresent(value -> claims.claim("nonce", value));
    if (GoogleScopes.email(scopes)) {
      claims.claim("email", account.email()).claim("email_verified", true);
    }
    if (GoogleScopes.profile(scopes)) {
      claims
          .claim("name", account.name())
          .claim("given_name", account.givenName())
          .claim("family_name", account.familyName());
    }
    return signer.sign(claims.build());
  }
}
