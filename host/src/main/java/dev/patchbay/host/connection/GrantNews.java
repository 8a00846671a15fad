package dev.patchbay.host.connection;

import dev.patchbay.api.Account;
import dev.patchbay.host.persistence.Transactions;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * What calls find out about a connection's grant. Many notice the same at once, on several nodes:
 * the state changes once, and who changes it tells.
 */
@Singleton
public class GrantNews {
  private final Connections connections;
  private final Transactions transactions;
  private final Event<ConnectionLost> lost;
  private final Event<ConnectionRecovered> recovered;
  private final Clock clock;

  @Inject
  public GrantNews(
      Connections connections,
      Transactions transactions,
      Event<ConnectionLost> lost,
      Event<ConnectionRecovered> recovered,
      Clock clock) {
    this.connections = connections;
    this.transactions = transactions;
    this.lost = lost;
    this.recovered = recovered;
    this.clock = clock;
  }

  /** The service does not accept the grant any more. */
  void refused(Connection connection, String why) {
    transactions.runAlone(
        () -> {
          if (connections.loseGrant(connection, why, clock.instant())) {
            lost.fire(new ConnectionLost(connection.tenantId(), connection.id()));
          }
        });
  }

  /** The service has accepted the grant, and told whose it is. */
  void accepted(Connection seen, Account account) {
    transactions.run(
        () ->
            connections
                .findToChange(seen.tenantId(), seen.id())
                .ifPresent(connection -> confirm(connection, account)));
  }

  private void confirm(Connection connection, Account account) {
    var before = connection.state();
    connection.confirm(account, clock.instant());
    if (before == connection.state()) {
      return;
    }
    if (connection.state() == ConnectionState.NEEDS_REAUTH) {
      lost.fire(new ConnectionLost(connection.tenantId(), connection.id()));
    } else {
      recovered.fire(new ConnectionRecovered(connection.tenantId(), connection.id()));
    }
  }
}
