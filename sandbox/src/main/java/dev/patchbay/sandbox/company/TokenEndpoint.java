package dev.patchbay.sandbox.company;

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

/** Turns the code of a sign-in into an id_token; there is nothing else to get here. */
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
    routes.post("/" + Company.HOST + "/token", this::token);
  }

  private Answer token(Request request) {
    TokenForm form = TokenForm.of(request);
    authenticate(request, form);
    if (!form.required("grant_type").equals("authorization_code")) {
      throw OAuthError.of(400, "unsupported_grant_type", "Only codes are exchanged here");
    }
    AuthorizationCode code = code(form);
    Consent consent = grants.consent(code.consentId());
    Token access = grants.issueAccess(consent.id(), code.scopes());
    return Answer.json(200, answer(code, consent, access)).with("Cache-Control", "no-store");
  }

  private void authenticate(Request request, TokenForm form) {
    boolean known =
        ClientCredentials.of(request, form.values())
            .filter(given -> given.id().equals(client.id()))
            .flatMap(ClientCredentials::secret)
            .filter(client::hasSecret)
            .isPresent();
    if (!known) {
      throw OAuthError.of(401, "invalid_client", "Client id or secret are wrong");
    }
  }

  private AuthorizationCode code(TokenForm form) {
    AuthorizationCode code =
        grants
            .takeCode(form.required("code"))
            .orElseThrow(() -> OAuthError.invalidGrant("The code is unknown or was used before"));
    boolean fits =
        code.redirectUri().equals(form.value("redirect_uri").orElse(""))
            && code.challenge().orElseThrow().isMetBy(form.required("code_verifier"));
    if (!fits) {
      throw OAuthError.invalidGrant("The code was made for another request");
    }
    return code;
  }

  private ObjectNode answer(AuthorizationCode code, Consent consent, Token access) {
    return Json.object()
        .put("access_token", access.value())
        .put("token_type", "Bearer")
        .put("expires_in", grants.lifetime().toSeconds())
        .put("id_token", idTokens.issue(consent, access.value(), code.nonce()));
  }
}
