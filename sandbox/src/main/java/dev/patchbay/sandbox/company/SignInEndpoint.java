package dev.patchbay.sandbox.company;

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
import java.util.List;
import java.util.Map;

/** Where the browser is sent to: asks who is there, and sends the answer back. */
final class SignInEndpoint {
  static final String PATH = "/" + Company.HOST + "/authorize";

  private final OAuthClient client;
  private final Grants grants;

  SignInEndpoint(OAuthClient client, Grants grants) {
    this.client = client;
    this.grants = grants;
  }

  void declare(Routes routes) {
    routes
        .get(PATH, request -> ask(AuthorizationRequest.of(request.queryString())))
        .post(PATH, this::decide);
  }

  private Answer ask(AuthorizationRequest asked) {
    checkApplication(asked);
    return asked
        .flaw()
        .map(flaw -> back(asked, Map.of("error", flaw)))
        .orElseGet(() -> SignInPage.show(client, asked));
  }

  private void checkApplication(AuthorizationRequest asked) {
    if (!asked.clientId().equals(client.id())) {
      throw new Refusal(SignInPage.refused("No application is registered as " + asked.clientId()));
    }
    if (asked.repeated().isPresent() || !asked.redirectsToLoopback()) {
      throw new Refusal(
          SignInPage.refused("The sandbox does not return to " + asked.redirectUri()));
    }
    if (asked.challenge().filter(challenge -> challenge.method().equals("S256")).isEmpty()) {
      throw new Refusal(SignInPage.refused("The application brings no PKCE challenge (S256)"));
    }
  }

  private Answer decide(Request request) {
    Map<String, List<String>> form = request.form();
    AuthorizationRequest asked = AuthorizationRequest.of(first(form, "request"));
    checkApplication(asked);
    return Staff.find(first(form, "person"))
        .map(person -> back(asked, Map.of("code", code(asked, person).value())))
        .orElseGet(() -> back(asked, Map.of("error", "access_denied")));
  }

  private AuthorizationCode code(AuthorizationRequest asked, Employee person) {
    Consent consent = grants.allow(client.id(), person.subject(), asked.scopes());
    return grants.issueCode(
        (value, expiresAt) ->
            new AuthorizationCode(
                value,
                consent.id(),
                asked.redirectUri(),
                asked.challenge(),
                asked.scopes(),
                asked.value("nonce"),
                false,
                expiresAt));
  }

  private static Answer back(AuthorizationRequest asked, Map<String, String> answer) {
    Map<String, String> all = new LinkedHashMap<>(answer);
    all.put("iss", Company.ISSUER);
    return Answer.redirect(302, asked.back(all)).with("Cache-Control", "no-store");
  }

  private static String first(Map<String, List<String>> form, String name) {
    return form.getOrDefault(name, List.of("")).get(0);
  }
}
