package dev.patchbay.host.connect;

import java.time.Instant;

/**
 * What the API tells of an attempt to connect.
 *
 * @param integrationId the one that it is for; absent until the person has chosen
 * @param token only in the answer that makes the session
 * @param connectUrl only in the answer that makes the session
 */
public record ConnectSessionSummary(
    String id,
    String token,
    String connectUrl,
    ConnectState state,
    String integrationId,
    String connectionId,
    String problem,
    Instant expiresAt) {

  static ConnectSessionSummary of(ConnectSession session, Instant now) {
    return new ConnectSessionSummary(
        session.id(),
        null,
        null,
        session.state(now),
        session.isUndecided() ? null : session.integrationId(),
        session.connectionId().orElse(null),
        session.problem().orElse(null),
        session.expiresAt());
  }

  ConnectSessionSummary withLink(String newToken, String url) {
    return new ConnectSessionSummary(
        id, newToken, url, state, integrationId, connectionId, problem, expiresAt);
  }

  @Override
  public String toString() {
    return "ConnectSessionSummary[" + id + ", " + state + "]";
  }
}
