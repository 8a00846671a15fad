package dev.patchbay.host.connection;

import dev.patchbay.api.Account;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Asks the service now who a connection is there, and keeps what it says. */
@Singleton
public class ConnectionCheck {
  private final LiveConnections live;
  private final Connections connections;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  public ConnectionCheck(
      LiveConnections live, Connections connections, Transactions transactions, Clock clock) {
    this.live = live;
    this.connections = connections;
    this.transactions = transactions;
    this.clock = clock;
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
      keep(pair.connection(), live.use(pair, calls -> calls.read("check", McpClient::check)));
    } catch (ReauthorizationNeeded e) {
      return;
    }
  }

  private void keep(Connection checked, Account account) {
    transactions.run(
        () ->
            connections
                .findToChange(checked.tenantId(), checked.id())
                .ifPresent(connection -> connection.confirm(account, clock.instant())));
  }
}
