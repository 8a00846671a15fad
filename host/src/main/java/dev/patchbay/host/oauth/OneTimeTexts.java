package dev.patchbay.host.oauth;

import com.github.scribejava.core.pkce.PKCE;
import com.github.scribejava.core.pkce.PKCEService;
import dev.patchbay.host.security.RandomText;
import java.util.Optional;

/**
 * What makes one authorization request unlike every other, each text for another eye: the state for
 * this server, the verifier for the token endpoint, the nonce for the id_token.
 */
public record OneTimeTexts(String state, Optional<PKCE> pkce, Optional<String> nonce) {

  /** Makes new ones, as the client's service wants them. */
  public static OneTimeTexts of(OAuthClient client) {
    return new OneTimeTexts(
        RandomText.secret(),
        client.wantsPkce() ? Optional.of(newPkce()) : Optional.empty(),
        client.wantsIdToken() ? Optional.of(RandomText.secret()) : Optional.empty());
  }

  private static PKCE newPkce() {
    return PKCEService.defaultInstance().generatePKCE();
  }

  @Override
  public String toString() {
    return "OneTimeTexts[]";
  }
}
