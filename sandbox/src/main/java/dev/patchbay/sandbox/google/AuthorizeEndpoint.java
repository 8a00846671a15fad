package dev.patchbay.sandbox.google;

import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Refusal;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.oauth.AuthorizationCode;
import dev.patchbay.sandbox.oauth.AuthorizationRequest;
import dev.patchbay.sandbox.oauth.Consent;
import dev.patchbay.sandbox.oauth.Grants;
import dev.patchbay.sandbox.oauth.OAuthClient;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the browser is sent to: shows the consent page, and turns the decision into a redirect. */
final class AuthorizeEndpoint {
  static final String PATH = "/accounts.google.com/o/oauth2/v2/auth";

  private final OAuthClient client;
  private final Accounts accounts;
  private final Grants grants;

  AuthorizeEndpoint(OAuthClient client, Accounts accounts, Grants grants) {
    this.client = client;
    this.accounts = accounts;
    this.grants = grants;
  }

  void declare(Routes routes) {
    routes
        .get(PATH, request -> ask(AuthorizationRequest.of(request.queryString())))
        .post(PATH, this::decide);
  }

  private Answer ask(AuthorizationRequest asked) {
    checkApplication(asked);
    Optional<String> flaw = asked.flaw();
    if (flaw.isPresent()) {
      return seeOther(asked.back(Map.of("error", flaw.get())));
    }
    return ConsentPage.show(client, asked, accounts.all());
  }

  private void checkApplication(AuthorizationRequest asked) {
    if (asked.repeated().isPresent()) {
      throw refused(400, "invalid_request", "Parameter given twice: " + asked.repeated().get());
    }
    if (!asked.clientId().equals(client.id())) {
      throw refused(401, "invalid_client", "The OAuth client was not found.");
    }
    if (!asked.redirectsToLoopback()) {
      throw refused(
          400,
          "redirect_uri_mismatch",
          "The sandbox only returns to this computer; it was asked for " + asked.redirectUri());
    }
  }

  private static Refusal refused(int status, String error, String detail) {
    return new Refusal(ConsentPage.refused(status, error, detail));
  }

  private Answer decide(Request request) {
    Map<String, List<String>> form = request.form();
    AuthorizationRequest asked = AuthorizationRequest.of(first(form, "request"));
    boolean allowed = first(form, "decision").equals("allow");
    Set<String> withheld = new LinkedHashSet<>(asked.scopes());
    withheld.removeAll(form.getOrDefault("scope", List.of()));
    return seeOther(allowed ? allow(asked, first(form, "account"), withheld) : deny(asked));
  }

  private static String first(Map<String, List<String>> form, String name) {
    return form.getOrDefault(name, List.of("")).get(0);
  }

  String deny(AuthorizationRequest asked) {
    checkApplication(asked);
    return asked.back(Map.of("error", "access_denied"));
  }

  /** The redirect of an account that allows everything asked for, except what it withholds. */
  String allow(AuthorizationRequest asked, String email, Set<String> withheld) {
    checkApplication(asked);
    if (asked.flaw().isPresent()) {
      return asked.back(Map.of("error", asked.flaw().get()));
    }
    Account account =
        accounts
            .find(email)
            .orElseThrow(() -> refused(400, "invalid_request", "Choose an account: " + email));
    Set<String> scopes = new LinkedHashSet<>(asked.scopes());
    scopes.removeAll(withheld);
    return scopes.isEmpty() ? deny(asked) : grant(asked, account, scopes);
  }

  private String grant(AuthorizationRequest asked, Account account, Set<String> scopes) {
    boolean first = grants.consent(client.id(), account.email()).isEmpty();
    boolean refreshable = asked.offline() && (first || asked.asksConsentAgain());
    Consent consent = grants.allow(client.id(), account.email(), scopes);
    AuthorizationCode code =
        grants.issueCode(
            (value, expiresAt) ->
                new AuthorizationCode(
                    value,
                    consent.id(),
                    asked.redirectUri(),
                    asked.challenge(),
                    scopes,
                    asked.value("nonce"),
                    refreshable,
                    expiresAt));
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("code", code.value());
    answer.put("scope", String.join(" ", scopes));
    return asked.back(answer);
  }

  private static Answer seeOther(String location) {
    return Answer.redirect(302, location).with("Cache-Control", "no-store");
  }
}
