package dev.patchbay.sandbox.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.google.calendar.GoogleCalendar;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ControlBody;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.oauth.AuthorizationRequest;
import dev.patchbay.sandbox.oauth.Consent;
import dev.patchbay.sandbox.oauth.Grants;
import dev.patchbay.sandbox.oauth.OAuthClient;
import dev.patchbay.sandbox.oauth.Scopes;
import dev.patchbay.sandbox.oauth.Token;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a test may do to accounts, consents and tokens of the simulated Google. */
final class GoogleControl {
  private static final String BASE = "/control/google";
  private static final String ALL_SCOPES =
      "openid email profile https://www.googleapis.com/auth/calendar";

  private final OAuthClient client;
  private final Accounts accounts;
  private final Grants grants;
  private final AuthorizeEndpoint authorize;
  private final GoogleCalendar calendar;

  GoogleControl(
      OAuthClient client,
      Accounts accounts,
      Grants grants,
      AuthorizeEndpoint authorize,
      GoogleCalendar calendar) {
    this.client = client;
    this.accounts = accounts;
    this.grants = grants;
    this.authorize = authorize;
    this.calendar = calendar;
  }

  void declare(Routes routes) {
    routes
        .get(BASE + "/accounts", request -> listAccounts())
        .post(BASE + "/accounts", this::addAccount)
        .get(BASE + "/grants", request -> listGrants())
        .post(BASE + "/grants/revoke", this::revoke)
        .post(BASE + "/authorizations", this::authorizeAtOnce)
        .post(BASE + "/access-tokens", this::issueToken)
        .post(BASE + "/access-tokens/expire", this::expireTokens)
        .put(BASE + "/token-lifetime", this::setLifetime);
  }

  private Answer listAccounts() {
    ObjectNode document = Json.object();
    document.putArray("items").addAll(accounts.all().stream().map(Account::document).toList());
    return Answer.json(200, document);
  }

  private Answer addAccount(Request request) {
    ObjectNode body = ControlBody.of(request);
    String email = ControlBody.text(body, "email");
    if (accounts.find(email).isPresent()) {
      throw ControlBody.refused(409, "There is an account " + email + " already");
    }
    Account account = Account.of(email, body.path("name").asText(email));
    boolean seeded = body.path("seed").asBoolean(true);
    accounts.add(seeded ? calendar.seed(account) : calendar.open(account));
    return Answer.json(201, account.document());
  }

  private Answer listGrants() {
    ObjectNode document = Json.object();
    document.putArray("items").addAll(grants.consents().stream().map(Consent::document).toList());
    return Answer.json(200, document);
  }

  private Answer revoke(Request request) {
    return count("revoked", grants.revokeOf(ofAccount(request)));
  }

  private Answer expireTokens(Request request) {
    return count("expired", grants.expireAccess(ofAccount(request)));
  }

  private static Predicate<Consent> ofAccount(Request request) {
    Optional<String> account =
        request.jsonObject().map(body -> body.path("account").asText()).filter(a -> !a.isEmpty());
    return consent -> account.map(consent.account()::equals).orElse(true);
  }

  private static Answer count(String what, int number) {
    return Answer.json(200, Json.object().put(what, number));
  }

  /** Consents without a browser: answers where the browser would have been sent. */
  private Answer authorizeAtOnce(Request request) {
    ObjectNode body = ControlBody.of(request);
    AuthorizationRequest asked =
        AuthorizationRequest.of(URI.create(ControlBody.text(body, "url")).getRawQuery());
    String redirect =
        body.path("allow").asBoolean(true)
            ? authorize.allow(asked, account(body).email(), withheld(body))
            : authorize.deny(asked);
    return Answer.json(200, Json.object().put("redirect", redirect));
  }

  private static Set<String> withheld(ObjectNode body) {
    return Scopes.split(body.path("withhold").asText());
  }

  private Account account(ObjectNode body) {
    List<Account> all = accounts.all();
    String email = body.path("account").asText(all.get(0).email());
    return accounts
        .find(email)
        .orElseThrow(() -> ControlBody.refused(404, "There is no account " + email));
  }

  private Answer issueToken(Request request) {
    ObjectNode body = request.jsonObject().orElseGet(Json::object);
    Account account = account(body);
    Set<String> scopes = Scopes.split(body.path("scope").asText(ALL_SCOPES));
    Consent consent = grants.allow(client.id(), account.email(), scopes);
    Token access = grants.issueAccess(consent.id(), scopes);
    Token refresh = grants.issueRefresh(consent.id(), scopes);
    return Answer.json(
        201,
        Json.object()
            .put("account", account.email())
            .put("access_token", access.value())
            .put("refresh_token", refresh.value())
            .put("expires_in", grants.lifetime().toSeconds())
            .put("scope", String.join(" ", scopes)));
  }

  private Answer setLifetime(Request request) {
    grants.lifetime(Duration.ofSeconds(ControlBody.of(request).path("seconds").asLong(3599)));
    return Answer.json(200, Json.object().put("seconds", grants.lifetime().toSeconds()));
  }
}
