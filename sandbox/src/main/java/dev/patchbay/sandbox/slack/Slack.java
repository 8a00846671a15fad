package dev.patchbay.sandbox.slack;

import dev.patchbay.sandbox.SimulatedProvider;
import dev.patchbay.sandbox.http.Answer;
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

/** The simulated Slack: installation, and the methods of the Web API that a CRM needs. */
public final class Slack implements SimulatedProvider {
  static final String TEAM = "T0SANDBOX01";
  static final Duration TOKEN_LIFETIME = Duration.ofHours(12);
  static final String SIGNING_SECRET = "sandbox-signing-secret";
  private static final OAuthClient CLIENT =
      new OAuthClient("1234567890.sandbox", "sandbox-client-secret", "Patchbay");

  private final PlannedErrors errors = new PlannedErrors();
  private final Callers callers;
  private final InstallEndpoint install;
  private final AuthMethods auth;
  private final DirectoryMethods directory;
  private final ChatMethods chat;
  private final FileMethods files;
  private final SlackControl control;
  private final TeamControl teamControl;
  private final EventPost events;
  private final EventControl eventControl;
  private final SlackPages pages;

  public Slack(State state, Clock clock) {
    Grants grants = new Grants(state, "slack/oauth/", clock, TOKEN_LIFETIME);
    Teams teams = new Teams(state);
    SlackTokens tokens = new SlackTokens(grants, teams, state, clock);
    SlackSeed seed = new SlackSeed(teams);
    Posting posting = new Posting(teams, clock);
    this.callers = new Callers(grants, teams, clock);
    this.install = new InstallEndpoint(CLIENT, teams, grants);
    this.auth = new AuthMethods(CLIENT, grants, tokens);
    this.directory = new DirectoryMethods(teams, clock);
    this.chat = new ChatMethods(teams, posting);
    this.files = new FileMethods(posting);
    this.control = new SlackControl(CLIENT, grants, install, tokens, errors);
    this.events = new EventPost(state, clock);
    this.eventControl = new EventControl(teams, events);
    this.teamControl = new TeamControl(teams, seed, events);
    this.pages = new SlackPages(teams);
    if (teams.all().isEmpty()) {
      seed.filled(Team.named(TEAM, "Orbit"));
    }
  }

  @Override
  public String id() {
    return "slack";
  }

  @Override
  public Set<String> hosts() {
    return Set.of("slack.com", "files.slack.com");
  }

  @Override
  public void declare(Routes routes) {
    Methods methods = new Methods(routes, callers, errors);
    install.declare(routes);
    auth.declare(methods);
    directory.declare(methods);
    chat.declare(methods);
    files.declare(methods, routes);
    control.declare(routes);
    teamControl.declare(routes);
    eventControl.declare(routes);
    pages.declare(routes);
  }

  @Override
  public Answer failure(int status, String path) {
    return Answer.json(
        status, SlackError.document(status == 429 ? "ratelimited" : "internal_error"));
  }

  @Override
  public List<Map<String, Object>> integrations() {
    return List.of(
        Map.of(
            "plugin",
            "slack",
            "name",
            "Slack (sandbox)",
            "clientId",
            CLIENT.id(),
            "clientSecret",
            CLIENT.secret(),
            "settings",
            Map.of("signingSecret", SIGNING_SECRET)));
  }

  @Override
  public Element overview() {
    return pages.overview();
  }

  @Override
  public void close() {
    events.close();
  }
}
