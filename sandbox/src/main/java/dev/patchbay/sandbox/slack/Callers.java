package dev.patchbay.sandbox.slack;

import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.oauth.Grants;
import dev.patchbay.sandbox.oauth.Token;
import java.time.Clock;

/** Who calls, by the token in the header or among the arguments; refuses what Slack refuses. */
final class Callers {
  private static final String SCHEME = "Bearer ";
  private static final String OURS = "xox";

  private final Grants grants;
  private final Teams teams;
  private final Clock clock;

  Callers(Grants grants, Teams teams, Clock clock) {
    this.grants = grants;
    this.teams = teams;
    this.clock = clock;
  }

  Call of(Request request) {
    Arguments arguments = Arguments.of(request);
    Token token = token(text(request, arguments));
    Team team = teams.find(grants.consentOf(token).account()).orElseThrow();
    return new Call(request, arguments, team, token.scopes());
  }

  private static String text(Request request, Arguments arguments) {
    return request
        .header("Authorization")
        .filter(header -> header.startsWith(SCHEME))
        .map(header -> header.substring(SCHEME.length()).trim())
        .or(() -> arguments.value("token"))
        .orElseThrow(() -> SlackError.of("not_authed"));
  }

  private Token token(String text) {
    Token token =
        grants
            .known(text)
            .filter(known -> known.kind() == Token.Kind.ACCESS)
            .orElseThrow(() -> unknown(text));
    if (token.expired(clock.instant())) {
      throw SlackError.of("token_expired");
    }
    return token;
  }

  private static RuntimeException unknown(String text) {
    return SlackError.of(text.startsWith(OURS) ? "token_revoked" : "invalid_auth");
  }
}
