package dev.patchbay.sandbox.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Refusal;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.oauth.AuthorizationCode;
import dev.patchbay.sandbox.oauth.ClientCredentials;
import dev.patchbay.sandbox.oauth.Consent;
import dev.patchbay.sandbox.oauth.Grants;
import dev.patchbay.sandbox.oauth.OAuthClient;
import dev.patchbay.sandbox.oauth.Token;
import java.util.List;
import java.util.Map;
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
    Map<String, List<String>> form = request.form();
    form.forEach(
        (name, values) -> {
          if (values.size() > 1) {
            throw error(400, "invalid_request", "Parameter given twice: " + name);
          }
        });
    authenticate(request, form);
    return switch (value(form, "grant_type").orElse("")) {
      case "authorization_code" -> exchange(form);
      case "refresh_token" -> refresh(form);
      case "" -> throw error(400, "invalid_request", "Required parameter is missing: grant_type");
      default ->
          throw error(
              400,
              "unsupported_grant_type",
              "Invalid grant_type: " + value(form, "grant_type").orElse(""));
    };
  }

  private void authenticate(Request request, Map<String, List<String>> form) {
    ClientCredentials given =
        ClientCredentials.of(request, form)
            .orElseThrow(
                () -> error(400, "invalid_request", "Could not determine client ID from request."));
    if (!given.id().equals(client.id())) {
      throw error(401, "invalid_client", "The OAuth client was not found.");
    }
    if (given.secret().isEmpty()) {
      throw error(400, "invalid_request", "client_secret is missing.");
    }
    if (!client.hasSecret(given.secret().get())) {
      throw error(401, "invalid_client", "Unauthorized");
    }
  }

  private Answer exchange(Map<String, List<String>> form) {
    AuthorizationCode code =
        grants
            .takeCode(required(form, "code"))
            .orElseThrow(() -> error(400, "invalid_grant", "Malformed auth code."));
    if (!code.redirectUri().equals(value(form, "redirect_uri").orElse(""))) {
      throw error(400, "redirect_uri_mismatch", "Bad Request");
    }
    checkVerifier(code, value(form, "code_verifier"));
    Consent consent = grants.consent(code.consentId());
    if (consent.revoked()) {
      throw error(400, "invalid_grant", "Bad Request");
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
      throw error(400, "invalid_grant", "Missing code verifier.");
    }
    if (!code.challenge().get().isMetBy(verifier.get())) {
      throw error(400, "invalid_grant", "Invalid code verifier.");
    }
  }

  private Answer refresh(Map<String, List<String>> form) {
    Token refresh =
        grants
            .token(Token.Kind.REFRESH, required(form, "refresh_token"))
            .orElseThrow(() -> error(400, "invalid_grant", "Token has been expired or revoked."));
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
        value(request.form(), "token")
            .or(() -> request.query("token"))
            .orElseThrow(() -> error(400, "invalid_request", "Bad Request"));
    return grants
        .revoke(token)
        .map(ended -> Answer.json(200, Json.object()))
        .orElseThrow(() -> error(400, "invalid_token", "Token expired or revoked"));
  }

  private static String required(Map<String, List<String>> form, String name) {
    return value(form, name)
        .orElseThrow(() -> error(400, "invalid_request", "Missing required parameter: " + name));
  }

  private static Optional<String> value(Map<String, List<String>> form, String name) {
    return form.getOrDefault(name, List.of()).stream().filter(v -> !v.isEmpty()).findFirst();
  }

  private static Refusal error(int status, String error, String description) {
    Answer answer =
        Answer.json(
            status, Json.object().put("error", error).put("error_description", description));
    return new Refusal(answer.with("Cache-Control", "no-store"));
  }
}
