package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.oauth.Consent;
import dev.patchbay.sandbox.oauth.Grants;
import dev.patchbay.sandbox.oauth.Secrets;
import dev.patchbay.sandbox.oauth.Token;
import dev.patchbay.sandbox.state.State;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes tokens of the two kinds that Slack has: such as live for ever, and, when the application
 * has rotation switched on, such as live for 12 hours beside a refresh token that works once.
 */
final class SlackTokens {
  private static final String ROTATION = "slack/rotation";
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  private final Grants grants;
  private final Teams teams;
  private final State state;
  private final Clock clock;
  private volatile boolean rotating;

  SlackTokens(Grants grants, Teams teams, State state, Clock clock) {
    this.grants = grants;
    this.teams = teams;
    this.state = state;
    this.clock = clock;
    state.each(ROTATION, (key, json) -> this.rotating = Json.trusted(json).get("on").asBoolean());
  }

  boolean rotating() {
    return rotating;
  }

  void rotating(boolean on) {
    rotating = on;
    state.put(ROTATION, Json.object().put("on", on));
  }

  /** The token answer for a consent. */
  ObjectNode issue(Consent consent, Set<String> scopes) {
    Team team = teams.find(consent.account()).orElseThrow();
    ObjectNode answer = Json.object().put("app_id", "A0SANDBOX01");
    answer.putObject("authed_user").put("id", installer(team));
    answer.put("scope", String.join(",", new TreeSet<>(scopes))).put("token_type", "bot");
    addTokens(answer, consent, scopes);
    answer.put("bot_user_id", team.botUser());
    answer.putObject("team").put("id", team.id()).put("name", team.name());
    return answer.putNull("enterprise").put("is_enterprise_install", false);
  }

  private void addTokens(ObjectNode answer, Consent consent, Set<String> scopes) {
    Instant end = rotating ? clock.instant().plus(grants.lifetime()) : NEVER;
    String form = rotating ? "xoxe.xoxb-1-" : "xoxb-";
    answer.put("access_token", issued(Token.Kind.ACCESS, form, consent, scopes, end));
    if (rotating) {
      answer.put("refresh_token", issued(Token.Kind.REFRESH, "xoxe-1-", consent, scopes, NEVER));
      answer.put("expires_in", grants.lifetime().toSeconds());
    }
  }

  private String issued(
      Token.Kind kind, String form, Consent consent, Set<String> scopes, Instant end) {
    String value = form + Secrets.next(48);
    grants.issue(new Token(kind, value, consent.id(), scopes, end));
    return value;
  }

  private String installer(Team team) {
    return teams
        .users()
        .first(team.id(), user -> !user.path("is_bot").asBoolean())
        .map(user -> user.get("id").asText())
        .orElse(team.botUser());
  }
}
