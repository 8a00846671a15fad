package dev.patchbay.sandbox.slack;

import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Refusal;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.oauth.AuthorizationCode;
import dev.patchbay.sandbox.oauth.AuthorizationRequest;
import dev.patchbay.sandbox.oauth.Consent;
import dev.patchbay.sandbox.oauth.Grants;
import dev.patchbay.sandbox.oauth.OAuthClient;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code oauth/v2/authorize}: where the browser is sent to install the application. */
final class InstallEndpoint {
  static final String PATH = "/slack.com/oauth/v2/authorize";

  private final OAuthClient client;
  private final Teams teams;
  private final Grants grants;

  InstallEndpoint(OAuthClient client, Teams teams, Grants grants) {
    this.client = client;
    this.teams = teams;
    this.grants = grants;
  }

  void declare(Routes routes) {
    routes.get(PATH, this::ask).post(PATH, this::decide);
  }

  /** Slack separates scopes by commas. */
  static Set<String> scopes(AuthorizationRequest asked) {
    return Arrays.stream(asked.value("scope").orElse("").split(",", -1))
        .map(String::strip)
        .filter(scope -> !scope.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Answer ask(Request request) {
    AuthorizationRequest asked = AuthorizationRequest.of(request.queryString());
    check(asked);
    return InstallPage.show(client, asked, teams.all());
  }

  private Answer decide(Request request) {
    Map<String, List<String>> form = request.form();
    AuthorizationRequest asked = AuthorizationRequest.of(first(form, "request"));
    String target =
        first(form, "decision").equals("allow")
            ? allow(asked, first(form, "account"))
            : deny(asked);
    return Answer.redirect(302, target).with("Cache-Control", "no-store");
  }

  private static String first(Map<String, List<String>> form, String name) {
    return form.getOrDefault(name, List.of("")).get(0);
  }

  String deny(AuthorizationRequest asked) {
    check(asked);
    return asked.back(Map.of("error", "access_denied"));
  }

  /** The redirect after the application was installed in this workspace. */
  String allow(AuthorizationRequest asked, String teamId) {
    check(asked);
    Team team = teams.find(teamId).orElseThrow(() -> refused("invalid_team", teamId));
    Set<String> scopes = scopes(asked);
    Consent consent = grants.allow(client.id(), team.id(), scopes);
    AuthorizationCode code =
        grants.issueCode(
            (value, end) ->
                new AuthorizationCode(
                    value,
                    consent.id(),
                    asked.redirectUri(),
                    Optional.empty(),
                    scopes,
                    Optional.empty(),
                    false,
                    end));
    return asked.back(Map.of("code", code.value()));
  }

  private void check(AuthorizationRequest asked) {
    if (!asked.clientId().equals(client.id())) {
      throw refused("invalid_client_id", "There is no application " + asked.clientId());
    }
    if (asked.value("code_challenge").isPresent()) {
      throw refused("pkce_not_enabled", "This application is no public client");
    }
    if (scopes(asked).isEmpty() || asked.value("scope").filter(s -> s.contains(" ")).isPresent()) {
      throw refused("invalid_scope", "Slack wants scopes, separated by commas");
    }
    if (!asked.redirectsToLoopback()) {
      throw refused(
          "bad_redirect_uri",
          "The sandbox only returns to this computer; it was asked for " + asked.redirectUri());
    }
  }

  private static Refusal refused(String error, String detail) {
    return new Refusal(InstallPage.refused(error, detail));
  }
}
