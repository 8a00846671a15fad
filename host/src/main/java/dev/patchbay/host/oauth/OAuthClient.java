package dev.patchbay.host.oauth;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.exceptions.OAuthException;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.OAuth20Service;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.auth.TokenExchange;
import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.security.RandomText;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;

/** One integration as an OAuth client of its service: asks, exchanges, renews, revokes. */
public final class OAuthClient implements Renewer {
  private static final Secret NOTHING = Secret.of("");

  private final OAuth2 declared;
  private final Endpoints endpoints;
  private final ClientIdentity identity;
  private final EgressHttpClient http;
  private final OAuth20Service service;

  /**
   * @param browserAddress where the person's browser is sent, which the host map may have moved
   */
  OAuthClient(
      OAuth2 declared,
      Endpoints endpoints,
      URI browserAddress,
      ClientIdentity identity,
      Egress egress) {
    this.declared = declared;
    this.endpoints = endpoints;
    this.identity = identity;
    this.http = new EgressHttpClient(egress);
    this.service =
        new ServiceBuilder(identity.clientId())
            .apiSecret(identity.clientSecret().reveal())
            .callback(identity.redirectUri())
            .httpClient(http)
            .build(new DeclaredApi(declared, endpoints, browserAddress));
  }

  /** Returns where the person is asked for consent. */
  public URI consentAddress(OneTimeTexts texts, Set<String> scopes) {
    var parameters = new TreeMap<>(declared.authorizeParameters());
    texts.nonce().ifPresent(nonce -> parameters.put("nonce", nonce));
    var address =
        service
            .createAuthorizationUrlBuilder()
            .state(texts.state())
            .additionalParams(parameters)
            .scope(joined(scopes));
    texts.pkce().ifPresent(address::pkce);
    return URI.create(address.build());
  }

  /** Whether PKCE belongs into the flow. */
  boolean wantsPkce() {
    return declared.pkce();
  }

  /** Whether an id_token belongs to the answer. */
  boolean wantsIdToken() {
    return declared.openId();
  }

  /** Where its service does what, and who it is. */
  public Endpoints endpoints() {
    return endpoints;
  }

  String clientId() {
    return identity.clientId();
  }

  /** Exchanges the code of a callback for the fields of a token answer. */
  public Map<String, Object> exchange(String code, Optional<Secret> verifier) {
    var params = AccessTokenRequestParams.create(code);
    verifier.ifPresent(secret -> params.pkceCodeVerifier(secret.reveal()));
    return fields(() -> service.getAccessToken(params), Secret.of(code), verifier.orElse(NOTHING));
  }

  /**
   * Shows the service a code that nobody was given. One that knows this client complains about the
   * code (RFC 6749 section 5.2), and no living grant is touched.
   *
   * @return whether it complained; false if it took the code
   * @throws IntegrationException if it complains about something else
   */
  public boolean refusesStrayCode() {
    var verifier = Optional.of(Secret.of(RandomText.secret())).filter(any -> wantsPkce());
    try {
      exchange(RandomText.secret(), verifier);
      return false;
    } catch (ReauthorizationNeeded itMeantTheCode) {
      return true;
    }
  }

  @Override
  public Map<String, Object> renew(Grant grant) {
    return declared
        .renewal()
        .map(exchange -> swap(exchange, grant.accessToken()))
        .orElseGet(() -> refresh(refreshToken(grant)));
  }

  Map<String, Object> refresh(Secret refreshToken) {
    return fields(() -> service.refreshAccessToken(refreshToken.reveal()), refreshToken);
  }

  /** Exchanges an access token for another, by a grant of the service's own. */
  Map<String, Object> swap(TokenExchange exchange, Secret accessToken) {
    var address = SwapAddress.of(exchange, identity, accessToken);
    return fields(
        () -> TokenAnswer.extract(http.get(address), declared.grantEndings()), accessToken);
  }

  /** Tells the service to forget a token (RFC 7009); a service without such a place is fine. */
  public void revoke(Secret token) {
    if (endpoints.revoke().isPresent()) {
      ask(
          () -> {
            service.revokeToken(token.reveal());
            return null;
          });
    }
  }

  private static Secret refreshToken(Grant grant) {
    return grant
        .refreshToken()
        .orElseThrow(
            () ->
                new ReauthorizationNeeded(
                    "The access token has ended, and the service gave no refresh token"));
  }

  private Map<String, Object> fields(Question<OAuth2AccessToken> question, Secret... told) {
    try {
      return TokenAnswer.fields(ask(question), declared.tokenPointer(), declared.grantEndings());
    } catch (IntegrationException e) {
      var secrets = new ArrayList<>(List.of(told));
      secrets.add(identity.clientSecret());
      throw Discretion.about(e, secrets);
    }
  }

  private String joined(Set<String> scopes) {
    var asked = new TreeSet<>(scopes);
    if (declared.openId()) {
      asked.add("openid");
    }
    return asked.isEmpty() ? null : String.join(declared.scopeSeparator(), asked);
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
