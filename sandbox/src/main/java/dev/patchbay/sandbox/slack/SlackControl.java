package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ControlBody;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.oauth.AuthorizationRequest;
import dev.patchbay.sandbox.oauth.Consent;
import dev.patchbay.sandbox.oauth.Grants;
import dev.patchbay.sandbox.oauth.OAuthClient;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a test may do to consents and tokens of the simulated Slack. */
final class SlackControl {
  private static final String BASE = "/control/slack";
  private static final Set<String> USUAL_SCOPES =
      Set.of(
          "channels:read",
          "chat:write",
          "files:write",
          "groups:read",
          "im:write",
          "users:read",
          "users:read.email");

  private final OAuthClient client;
  private final Grants grants;
  private final InstallEndpoint install;
  private final SlackTokens tokens;
  private final PlannedErrors errors;

  SlackControl(
      OAuthClient client,
      Grants grants,
      InstallEndpoint install,
      SlackTokens tokens,
      PlannedErrors errors) {
    this.client = client;
    this.grants = grants;
    this.install = install;
    this.tokens = tokens;
    this.errors = errors;
  }

  void declare(Routes routes) {
    routes
        .post(BASE + "/authorizations", this::authorizeAtOnce)
        .post(BASE + "/grants/revoke", this::revoke)
        .post(BASE + "/access-tokens", this::issueTokens)
        .post(BASE + "/access-tokens/expire", this::expireTokens)
        .put(BASE + "/token-rotation", this::setRotation)
        .put(BASE + "/token-lifetime", this::setLifetime)
        .post(BASE + "/errors", this::planError)
        .delete(BASE + "/errors", request -> forgetErrors());
  }

  /** Consents without a browser: answers where the browser would have been sent. */
  private Answer authorizeAtOnce(Request request) {
    ObjectNode body = ControlBody.of(request);
    AuthorizationRequest asked =
        AuthorizationRequest.of(URI.create(ControlBody.text(body, "url")).getRawQuery());
    String redirect =
        body.path("allow").asBoolean(true)
            ? install.allow(asked, body.path("account").asText(Slack.TEAM))
            : install.deny(asked);
    return Answer.json(200, Json.object().put("redirect", redirect));
  }

  private Answer revoke(Request request) {
    return Answer.json(200, Json.object().put("revoked", grants.revokeOf(ofAccount(request))));
  }

  private Answer expireTokens(Request request) {
    return Answer.json(200, Json.object().put("expired", grants.expireAccess(ofAccount(request))));
  }

  private static Predicate<Consent> ofAccount(Request request) {
    Optional<String> account =
        request.jsonObject().map(body -> body.path("account").asText()).filter(a -> !a.isEmpty());
    return consent -> account.map(consent.account()::equals).orElse(true);
  }

  private Answer issueTokens(Request request) {
    ObjectNode body = request.jsonObject().orElseGet(Json::object);
    String account = body.path("account").asText(Slack.TEAM);
    Set<String> scopes =
        body.has("scope") ? Set.of(body.get("scope").asText().split(",", -1)) : USUAL_SCOPES;
    return Answer.json(201, tokens.issue(grants.allow(client.id(), account, scopes), scopes));
  }

  private Answer setRotation(Request request) {
    tokens.rotating(ControlBody.of(request).path("on").asBoolean());
    return Answer.json(200, Json.object().put("on", tokens.rotating()));
  }

  private Answer setLifetime(Request request) {
    long seconds = ControlBody.of(request).path("seconds").asLong(Slack.TOKEN_LIFETIME.toSeconds());
    grants.lifetime(Duration.ofSeconds(seconds));
    return Answer.json(200, Json.object().put("seconds", grants.lifetime().toSeconds()));
  }

  private Answer planError(Request request) {
    ObjectNode spec = ControlBody.of(request);
    ControlBody.text(spec, "method");
    errors.plan(spec);
    return Answer.json(201, spec);
  }

  private Answer forgetErrors() {
    errors.clear();
    return Answer.empty(204);
  }
}
