package dev.patchbay.host.connection;

import dev.patchbay.api.McpClient;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Asks the service now who a connection is there, and keeps what it says. */
@Singleton
public class ConnectionCheck {
  private final LiveConnections live;
  private final GrantNews news;

  @Inject
  public ConnectionCheck(LiveConnections live, GrantNews news) {
    this.live = live;
    this.news = news;
  }

  /**
   * Checks a connection; a lost grant is an outcome that its state tells, not an error.
   *
   * @throws dev.patchbay.api.error.IntegrationException if the service gives no answer to go by
   */
  void run(String tenantId, String connectionId) {
    var pair = live.load(tenantId, connectionId);
    if (pair.connection().state() == ConnectionState.DISCONNECTED) {
      throw ProblemException.conflict(
          "The connection " + connectionId + " is disconnected: connect the account again.");
    }
    try {
      news.accepted(
          pair.connection(), live.use(pair, calls -> calls.read("check", McpClient::check)));
    } catch (ReauthorizationNeeded e) {
      return;
    }
  }
}
