package dev.patchbay.host.sso;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.connect.Callback;
import dev.patchbay.host.oauth.Endpoints;
import dev.patchbay.host.oauth.OAuthClient;
import dev.patchbay.host.oauth.OAuthError;
import dev.patchbay.host.openid.Expected;
import dev.patchbay.host.openid.IdTokens;
import dev.patchbay.host.security.Unwelcome;
import dev.patchbay.host.security.Unwelcome.Reason;
import dev.patchbay.host.security.Vouched;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Finds out from the provider who came back; only a checked id_token says so. */
@Singleton
public class Identification {
  private final ProviderClients clients;
  private final IdTokens idTokens;

  @Inject
  public Identification(ProviderClients clients, IdTokens idTokens) {
    this.clients = clients;
    this.idTokens = idTokens;
  }

  /**
   * @throws Unwelcome if the provider does not vouch for anybody who may come in
   * @throws dev.patchbay.api.error.IntegrationException if it does not answer as it must
   */
  Vouched of(Provider provider, Callback callback, Secret verifier, String nonceHash) {
    OAuthClient client = clients.of(provider);
    requireIssuer(callback, client.endpoints());
    requireCode(callback);
    Map<String, Object> answer = client.exchange(callback.code(), Optional.of(verifier));
    return new Claims(claims(provider, client.endpoints(), answer, nonceHash)).vouchedBy(provider);
  }

  private JWTClaimsSet claims(
      Provider provider, Endpoints endpoints, Map<String, Object> answer, String nonceHash) {
    var expected =
        new Expected(
            provider.issuer(),
            provider.clientId(),
            nonceHash,
            Secret.of(String.valueOf(answer.get("access_token"))));
    return idTokens.claims(
        String.valueOf(answer.get("id_token")),
        expected,
        endpoints.keys().orElseThrow(),
        clients.sender(provider));
  }

  /** RFC 9207: the code of one provider must not be spent at another. */
  private static void requireIssuer(Callback callback, Endpoints asked) {
    boolean another = callback.issuer().filter(name -> !asked.isIssuer(name)).isPresent();
    if (another || (callback.issuer().isEmpty() && asked.namesIssuer())) {
      throw new Unwelcome(
          Reason.PROVIDER, "The answer does not come from the provider that was asked.");
    }
  }

  private static void requireCode(Callback callback) {
    if (callback.error().filter(OAuthError::declined).isPresent()) {
      throw new Unwelcome(Reason.DECLINED, "The person declined at the provider.");
    }
    if (callback.error().isPresent()) {
      throw new Unwelcome(Reason.PROVIDER, callback.error().get().message());
    }
  }
}
