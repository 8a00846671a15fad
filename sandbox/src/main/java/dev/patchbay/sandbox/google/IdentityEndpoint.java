package dev.patchbay.sandbox.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.oauth.Token;
import java.time.Clock;
import java.time.Duration;
import java.util.TreeSet;

/** Who is signed in (OpenID Connect's userinfo and the older v2), and the keys of id_tokens. */
final class IdentityEndpoint {
  private final Bearer bearer;
  private final IdTokens idTokens;
  private final Clock clock;

  IdentityEndpoint(Bearer bearer, IdTokens idTokens, Clock clock) {
    this.bearer = bearer;
    this.idTokens = idTokens;
    this.clock = clock;
  }

  void declare(Routes routes) {
    routes
        .get("/openidconnect.googleapis.com/v1/userinfo", this::userInfo)
        .post("/openidconnect.googleapis.com/v1/userinfo", this::userInfo)
        .get("/www.googleapis.com/oauth2/v3/userinfo", this::userInfo)
        .get("/www.googleapis.com/oauth2/v2/userinfo", this::userInfo2)
        .get("/www.googleapis.com/userinfo/v2/me", this::userInfo2)
        .get("/oauth2.googleapis.com/tokeninfo", this::tokenInfo)
        .post("/www.googleapis.com/oauth2/v2/tokeninfo", this::tokenInfo)
        .get("/www.googleapis.com/oauth2/v3/certs", request -> keys())
        .get(
            "/accounts.google.com/.well-known/openid-configuration",
            request -> Answer.json(200, discovery()));
  }

  private Answer keys() {
    return Answer.text(200, "application/json; charset=UTF-8", idTokens.publicKeys())
        .with("Cache-Control", "public, max-age=3600");
  }

  private Answer userInfo(Request request) {
    Token token = identified(request);
    return Answer.json(
        200,
        names(token, Json.object().put("sub", bearer.account(token).subject()), "email_verified"));
  }

  private Answer userInfo2(Request request) {
    Token token = identified(request);
    return Answer.json(
        200,
        names(token, Json.object().put("id", bearer.account(token).subject()), "verified_email"));
  }

  /** What a token is good for, whoever holds it; the token itself is the parameter. */
  private Answer tokenInfo(Request request) {
    Token token =
        request
            .query("access_token")
            .flatMap(bearer::known)
            .orElseThrow(() -> GoogleError.of(400, "global", "invalidParameter", "Invalid Value"));
    ObjectNode answer =
        Json.object()
            .put("issued_to", bearer.application(token))
            .put("audience", bearer.application(token))
            .put("user_id", bearer.account(token).subject())
            .put("scope", String.join(" ", new TreeSet<>(token.scopes())))
            .put("expires_in", Duration.between(clock.instant(), token.expiresAt()).toSeconds());
    if (GoogleScopes.email(token.scopes())) {
      answer.put("email", bearer.account(token).email()).put("verified_email", true);
    }
    return Answer.json(200, answer);
  }

  private Token identified(Request request) {
    Token token = bearer.token(request);
    boolean known =
        token.scopes().contains("openid")
            || GoogleScopes.email(token.scopes())
            || GoogleScopes.profile(token.scopes());
    if (!known) {
      throw GoogleError.unauthorized();
    }
    return token;
  }

  private ObjectNode names(Token token, ObjectNode answer, String verified) {
    Account account = bearer.account(token);
    if (GoogleScopes.profile(token.scopes())) {
      answer
          .put("name", account.name())
          .put("given_name", account.givenName())
          .put("family_name", account.familyName());
    }
    if (GoogleScopes.email(token.scopes())) {
      answer.put("email", account.email()).put(verified, true);
    }
    return answer;
  }

  private static ObjectNode discovery() {
    ObjectNode document =
        Json.object()
            .put("issuer", IdTokens.ISSUER)
            .put("authorization_endpoint", "https://accounts.google.com/o/oauth2/v2/auth")
            .put("token_endpoint", "https://oauth2.googleapis.com/token")
            .put("revocation_endpoint", "https://oauth2.googleapis.com/revoke")
            .put("userinfo_endpoint", "https://openidconnect.googleapis.com/v1/userinfo")
            .put("jwks_uri", "https://www.googleapis.com/oauth2/v3/certs");
    document.putArray("response_types_supported").add("code");
    document.putArray("subject_types_supported").add("public");
    document.putArray("id_token_signing_alg_values_supported").add("RS256");
    document.putArray("code_challenge_methods_supported").add("plain").add("S256");
    document
        .putArray("token_endpoint_auth_methods_supported")
        .add("client_secret_post")
        .add("client_secret_basic");
    return document;
  }
}
