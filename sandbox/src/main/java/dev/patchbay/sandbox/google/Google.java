package dev.patchbay.sandbox.google;

import dev.patchbay.sandbox.SimulatedProvider;
import dev.patchbay.sandbox.google.calendar.GoogleCalendar;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.oauth.Grants;
import dev.patchbay.sandbox.oauth.OAuthClient;
import dev.patchbay.sandbox.page.Element;
import dev.patchbay.sandbox.state.State;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The simulated Google: sign-in and Calendar v3. */
public final class Google implements SimulatedProvider {
  private static final Duration TOKEN_LIFETIME = Duration.ofSeconds(3599);
  private static final OAuthClient CLIENT =
      new OAuthClient(
          "patchbay-sandbox.apps.googleusercontent.example", "sandbox-client-secret", "Patchbay");

  private final AuthorizeEndpoint authorize;
  private final TokenEndpoint token;
  private final IdentityEndpoint identity;
  private final GoogleControl control;
  private final GoogleCalendar calendar;

  public Google(State state, Clock clock) {
    Grants grants = new Grants(state, "google/oauth/", clock, TOKEN_LIFETIME);
    Accounts accounts = new Accounts(state);
    Bearer bearer = new Bearer(grants, accounts);
    IdTokens idTokens = new IdTokens(state, accounts, clock);
    this.authorize = new AuthorizeEndpoint(CLIENT, accounts, grants);
    this.token = new TokenEndpoint(CLIENT, grants, idTokens);
    this.identity = new IdentityEndpoint(bearer, idTokens, clock);
    this.calendar = new GoogleCalendar(state, clock, bearer, accounts);
    this.control = new GoogleControl(CLIENT, accounts, grants, authorize, calendar);
    if (accounts.all().isEmpty()) {
      People.ALL.stream().map(calendar::seed).forEach(accounts::add);
    }
  }

  @Override
  public String id() {
    return "google";
  }

  @Override
  public Set<String> hosts() {
    return Set.of(
        "accounts.google.com",
        "oauth2.googleapis.com",
        "openidconnect.googleapis.com",
        "www.googleapis.com");
  }

  @Override
  public void declare(Routes routes) {
    authorize.declare(routes);
    token.declare(routes);
    identity.declare(routes);
    calendar.declare(routes);
    control.declare(routes);
  }

  @Override
  public Answer failure(int status, String path) {
    if (path.startsWith("/oauth2.googleapis.com/")) {
      String error = status == 429 ? "rate_limit_exceeded" : "internal_failure";
      return Answer.json(status, Json.object().put("error", error));
    }
    return GoogleError.ofStatus(status).answer();
  }

  @Override
  public List<Map<String, Object>> integrations() {
    return List.of(
        Map.of(
            "plugin",
            "google-calendar",
            "name",
            "Google Calendar (sandbox)",
            "clientId",
            CLIENT.id(),
            "clientSecret",
            CLIENT.secret()));
  }

  @Override
  public Element overview() {
    return calendar.overview();
  }

  @Override
  public void close() {
    calendar.close();
  }
}
