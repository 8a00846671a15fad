package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.oauth.AuthorizationCode;
import dev.patchbay.sandbox.oauth.ClientCredentials;
import dev.patchbay.sandbox.oauth.Grants;
import dev.patchbay.sandbox.oauth.OAuthClient;
import dev.patchbay.sandbox.oauth.Token;
import java.util.Optional;

/** {@code oauth.v2.access} and {@code auth.*}. */
final class AuthMethods {
  private final OAuthClient client;
  private final Grants grants;
  private final SlackTokens tokens;

  AuthMethods(OAuthClient client, Grants grants, SlackTokens tokens) {
    this.client = client;
    this.grants = grants;
    this.tokens = tokens;
  }

  void declare(Methods methods) {
    methods.open("oauth.v2.access", this::access);
    methods.open("auth.revoke", this::revoke);
    methods.scoped("auth.test", "", AuthMethods::test);
  }

  private ObjectNode access(Request request) {
    authenticate(request);
    Arguments form = Arguments.of(request);
    String grantType = form.value("grant_type").orElse("authorization_code");
    return switch (grantType) {
      case "authorization_code" -> exchange(form);
      case "refresh_token" -> refresh(form);
      default -> throw SlackError.of("invalid_grant_type");
    };
  }

  private void authenticate(Request request) {
    ClientCredentials given =
        ClientCredentials.of(request, request.form())
            .filter(one -> one.id().equals(client.id()))
            .orElseThrow(() -> SlackError.of("invalid_client_id"));
    if (given.secret().filter(client::hasSecret).isEmpty()) {
      throw SlackError.of("bad_client_secret");
    }
  }

  private ObjectNode exchange(Arguments form) {
    AuthorizationCode code =
        form.value("code")
            .flatMap(grants::takeCode)
            .orElseThrow(() -> SlackError.of("invalid_code"));
    if (!code.redirectUri().equals(form.value("redirect_uri").orElse(""))) {
      throw SlackError.of("bad_redirect_uri");
    }
    return tokens.issue(grants.consent(code.consentId()), code.scopes());
  }

  private ObjectNode refresh(Arguments form) {
    Token refresh =
        form.value("refresh_token")
            .flatMap(text -> grants.take(Token.Kind.REFRESH, text))
            .orElseThrow(() -> SlackError.of("invalid_refresh_token"));
    return tokens.issue(grants.consentOf(refresh), refresh.scopes());
  }

  private ObjectNode revoke(Request request) {
    String token =
        Arguments.of(request)
            .value("token")
            .or(() -> bearer(request))
            .orElseThrow(() -> SlackError.of("not_authed"));
    return grants
        .revoke(token)
        .map(ended -> Json.object().put("revoked", true))
        .orElseThrow(() -> SlackError.of("invalid_auth"));
  }

  private static Optional<String> bearer(Request request) {
    return request
        .header("Authorization")
        .filter(header -> header.startsWith("Bearer "))
        .map(header -> header.substring("Bearer ".length()));
  }

  private static ObjectNode test(Call call) {
    Team team = call.team();
    return Json.object()
        .put("url", team.address())
        .put("team", team.name())
        .put("user", "patchbay")
        .put("team_id", team.id())
        .put("user_id", team.botUser())
        .put("bot_id", team.botId())
        .put("is_enterprise_install", false);
  }
}
