package dev.patchbay.sandbox.company;

import static dev.patchbay.sandbox.page.Element.tag;

import dev.patchbay.sandbox.SimulatedProvider;
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

/**
 * The sign-in of a fictional company: an OpenID provider for trying single sign-on. Its people have
 * a claim {@code groups}.
 */
public final class Company implements SimulatedProvider {
  static final String HOST = "login.company.example";
  static final String ISSUER = "https://" + HOST;
  private static final OAuthClient CLIENT =
      new OAuthClient("patchbay", "company-client-secret", "Patchbay");

  private final SignInEndpoint signIn;
  private final TokenEndpoint token;
  private final DiscoveryEndpoint discovery;

  public Company(State state, Clock clock) {
    Grants grants = new Grants(state, "company/oauth/", clock, Duration.ofMinutes(5));
    IdTokens idTokens = new IdTokens(state, clock);
    this.signIn = new SignInEndpoint(CLIENT, grants);
    this.token = new TokenEndpoint(CLIENT, grants, idTokens);
    this.discovery = new DiscoveryEndpoint(idTokens);
  }

  @Override
  public String id() {
    return "company";
  }

  @Override
  public Set<String> hosts() {
    return Set.of(HOST);
  }

  @Override
  public void declare(Routes routes) {
    signIn.declare(routes);
    token.declare(routes);
    discovery.declare(routes);
  }

  @Override
  public Answer failure(int status, String path) {
    return Answer.json(status, Json.object().put("error", "server_error"));
  }

  /** Nothing is connected here: people sign in. */
  @Override
  public List<Map<String, Object>> integrations() {
    return List.of();
  }

  @Override
  public Element overview() {
    return tag("section", tag("h2", "A company's sign-in"))
        .add(
            tag(
                "p",
                "An OpenID provider for trying single sign-on: enter this in the console under"
                    + " Single sign-on."),
            tag(
                "dl",
                tag("dt", "Issuer"),
                tag("dd", tag("code", ISSUER)),
                tag("dt", "Client id"),
                tag("dd", tag("code", CLIENT.id())),
                tag("dt", "Client secret"),
                tag("dd", tag("code", CLIENT.secret())),
                tag("dt", "Claim with the role"),
                tag("dd", tag("code", "groups"))),
            tag("ul", Staff.ALL.stream().map(Company::line).toList()));
  }

  private static Element line(Employee one) {
    return tag("li", one.name() + ": ", tag("code", String.join(", ", one.groups())));
  }
}
