package dev.patchbay.host.oauth;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.exceptions.OAuthException;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.OAuth20Service;
import com.github.scribejava.core.pkce.PKCE;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.setting.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;

/** One integration as an OAuth client of its service: asks, exchanges, renews, revokes. */
public final class OAuthClient {
  private final OAuth2 declared;
  private final OAuth20Service service;

  /**
   * @param browserAddress where the person's browser is sent, which the host map may have moved
   */
  OAuthClient(OAuth2 declared, URI browserAddress, ClientIdentity identity, Egress egress) {
    this.declared = declared;
    this.service =
        new ServiceBuilder(identity.clientId())
            .apiSecret(identity.clientSecret().reveal())
            .callback(identity.redirectUri())
            .httpClient(new EgressHttpClient(egress))
            .build(new DeclaredApi(declared, browserAddress));
  }

  /** Returns where the person is asked for consent. */
  public URI consentAddress(String state, Optional<PKCE> pkce, Set<String> scopes) {
    var address =
        service
            .createAuthorizationUrlBuilder()
            .state(state)
            .additionalParams(declared.authorizeParameters())
            .scope(joined(scopes));
    pkce.ifPresent(address::pkce);
    return URI.create(address.build());
  }

  /** Whether PKCE belongs into the flow. */
  public boolean wantsPkce() {
    return declared.pkce();
  }

  /** Exchanges the code of a callback for the fields of a token answer. */
  public Map<String, Object> exchange(String code, Optional<Secret> verifier) {
    var params = AccessTokenRequestParams.create(code);
    verifier.ifPresent(secret -> params.pkceCodeVerifier(secret.reveal()));
    return fields(() -> service.getAccessToken(params));
  }

  Map<String, Object> refresh(Secret refreshToken) {
    return fields(() -> service.refreshAccessToken(refreshToken.reveal()));
  }

  /** Tells the service to forget a token (RFC 7009); a service without such a place is fine. */
  public void revoke(Secret token) {
    if (declared.revokeUrl().isPresent()) {
      ask(
          () -> {
            service.revokeToken(token.reveal());
            return null;
          });
    }
  }

  private Map<String, Object> fields(Question<OAuth2AccessToken> question) {
    return TokenAnswer.fields(ask(question), declared.tokenPointer());
  }

  private String joined(Set<String> scopes) {
    return scopes.isEmpty() ? null : String.join(declared.scopeSeparator(), new TreeSet<>(scopes));
  }

  private static <T> T ask(Question<T> question) {
    try {
      return question.ask();
    } catch (OAuthException | IOException | ExecutionException e) {
      throw new Rejected("The service refused the request or answered it in no known form", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("The wait for the service was interrupted", e);
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws IOException, InterruptedException, ExecutionException;
  }
}
