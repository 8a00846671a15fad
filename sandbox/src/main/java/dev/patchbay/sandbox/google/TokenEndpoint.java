package dev.patchbay.sandbox.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.oauth.AuthorizationCode;
import dev.patchbay.sandbox.oauth.ClientCredentials;
import dev.patchbay.sandbox.oauth.Consent;
import dev.patchbay.sandbox.oauth.Grants;
import dev.patchbay.sandbox.oauth.OAuthClient;
import dev.patchbay.sandbox.oauth.OAuthError;
import dev.patchbay.sandbox.oauth.Token;
import dev.patchbay.sandbox.oauth.TokenForm;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code oauth2.googleapis.com}: codes and refresh tokens become access tokens, or end. */
final class TokenEndpoint {
  private final OAuthClient client;
  private final Grants grants;
  private final IdTokens idTokens;

  TokenEndpoint(OAuthClient client, Grants grants, IdTokens idTokens) {
    this.client = client;
    this.grants = grants;
    this.idTokens = idTokens;
  }

  void declare(Routes routes) {
    routes
        .post("/oauth2.googleapis.com/token", this::token)
        .post("/oauth2.googleapis.com/revoke", this::revoke)
        .get("/oauth2.googleapis.com/revoke", this::revoke);
  }

  private Answer token(Request request) {
    TokenForm form = TokenForm.of(request);
    authenticate(request, form);
    String grantType = form.required("grant_type");
    return switch (grantType) {
      case "authorization_code" -> exchange(form);
      case "refresh_token" -> refresh(form);
      default ->
          throw OAuthError.of(400, "unsupported_grant_type", "Invalid grant_type: " + grantType);
    };
  }

  private void authenticate(Request request, TokenForm form) {
    ClientCredentials given =
        ClientCredentials.of(request, form.values())
            .orElseThrow(
                () -> OAuthError.invalidRequest("Could not determine client ID from request."));
    if (!given.id().equals(client.id())) {
      throw OAuthError.of(401, "invalid_client", "The OAuth client was not found.");
    }
    if (given.secret().isEmpty()) {
      throw OAuthError.invalidRequest("client_secret is missing.");
    }
    if (!client.hasSecret(given.secret().get())) {
      throw OAuthError.of(401, "invalid_client", "Unauthorized");
    }
  }

  private Answer exchange(TokenForm form) {
    AuthorizationCode code =
        grants
            .takeCode(form.required("code"))
            .orElseThrow(() -> OAuthError.invalidGrant("Malformed auth code."));
    if (!code.redirectUri().equals(form.value("redirect_uri").orElse(""))) {
      throw OAuthError.of(400, "redirect_uri_mismatch", "Bad Request");
    }
    checkVerifier(code, form.value("code_verifier"));
    Consent consent = grants.consent(code.consentId());
    if (consent.revoked()) {
      throw OAuthError.invalidGrant("Bad Request");
    }
    ObjectNode answer = accessToken(consent, code.scopes());
    if (code.offline()) {
      answer.put("refresh_token", grants.issueRefresh(consent.id(), consent.scopes()).value());
    }
    return tokens(withIdToken(answer, consent, code.scopes(), code.nonce()));
  }

  private void checkVerifier(AuthorizationCode code, Optional<String> verifier) {
    if (code.challenge().isEmpty()) {
      return;
    }
    if (verifier.isEmpty()) {
      throw OAuthError.invalidGrant("Missing code verifier.");
    }
    if (!code.challenge().get().isMetBy(verifier.get())) {
      throw OAuthError.invalidGrant("Invalid code verifier.");
    }
  }

  private Answer refresh(TokenForm form) {
    Token refresh =
        grants
            .token(Token.Kind.REFRESH, form.required("refresh_token"))
            .orElseThrow(() -> OAuthError.invalidGrant("Token has been expired or revoked."));
    Consent consent = grants.consentOf(refresh);
    ObjectNode answer = accessToken(consent, refresh.scopes());
    return tokens(withIdToken(answer, consent, refresh.scopes(), Optional.empty()));
  }

  private ObjectNode accessToken(Consent consent, Set<String> scopes) {
    Token access = grants.issueAccess(consent.id(), scopes);
    return Json.object()
        .put("access_token", access.value())
        .put("expires_in", grants.lifetime().toSeconds())
        .put("scope", String.join(" ", new TreeSet<>(scopes)))
        .put("token_type", "Bearer");
  }

  private ObjectNode withIdToken(
      ObjectNode answer, Consent consent, Set<String> scopes, Optional<String> nonce) {
    if (scopes.contains("openid")) {
      String access = answer.get("access_token").asText();
      answer.put("id_token", idTokens.issue(consent, scopes, access, nonce));
    }
    return answer;
  }

  private static Answer tokens(ObjectNode answer) {
    return Answer.json(200, answer).with("Cache-Control", "no-store").with("Pragma", "no-cache");
  }

  private Answer revoke(Request request) {
    String token =
        TokenForm.of(request)
            .value("token")
            .or(() -> request.query("token"))
            .orElseThrow(() -> OAuthError.invalidRequest("Bad Request"));
    return grants
        .revoke(token)
        .map(ended -> Answer.json(200, Json.object()))
        .orElseThrow(() -> OAuthError.of(400, "invalid_token", "Token expired or revoked"));
  }
}
