package dev.patchbay.host.connect;

import dev.patchbay.api.Account;
import dev.patchbay.host.connection.Connection;
import dev.patchbay.host.connection.ConnectionEstablished;
import dev.patchbay.host.connection.Connections;
import dev.patchbay.host.connection.Introduction;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.oauth.Grant;
import dev.patchbay.host.oauth.Grants;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.persistence.UniqueViolation;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Optional;

/**
 * Makes a connection of a fresh grant, or gives it to the connection that the account has already:
 * who was connected once keeps the id and the records, also when two attempts meet.
 */
@Singleton
public class Establishment {
  private final ConnectResults results;
  private final Connections connections;
  private final Introduction introduction;
  private final Grants grants;
  private final Transactions transactions;
  private final Event<ConnectionEstablished> established;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public Establishment(
      ConnectResults results,
      Connections connections,
      Introduction introduction,
      Grants grants,
      Transactions transactions,
      Event<ConnectionEstablished> established,
      Ids ids,
      Clock clock) {
    this.results = results;
    this.connections = connections;
    this.introduction = introduction;
    this.grants = grants;
    this.transactions = transactions;
    this.established = established;
    this.ids = ids;
    this.clock = clock;
  }

  void establish(ConnectSession session, Integration integration, Grant grant) {
    var freshId = session.connectionId().orElseGet(() -> ids.next(Connection.PREFIX));
    var account = introduction.ask(integration, freshId, grant);
    try {
      transactions.run(() -> settle(session, integration, grant, account, freshId));
    } catch (PersistenceException e) {
      if (!UniqueViolation.isBehind(e)) {
        throw e;
      }
      transactions.run(() -> settle(session, integration, grant, account, freshId));
    }
  }

  private void settle(
      ConnectSession session,
      Integration integration,
      Grant grant,
      Account account,
      String freshId) {
    var connection = connection(session.aim(), integration, account, freshId);
    grants.keep(connection.holder(), grant);
    results.connected(session, connection.id());
    established.fire(new ConnectionEstablished(connection.tenantId(), connection.id()));
  }

  private Connection connection(
      ConnectAim aim, Integration integration, Account account, String freshId) {
    var known = known(aim, integration, account);
    known.ifPresent(connection -> connection.connected(account, clock.instant()));
    return known.orElseGet(
        () -> {
          var made = new Connection(freshId, integration, account, aim.endUser(), clock.instant());
          connections.add(made);
          return made;
        });
  }

  private Optional<Connection> known(ConnectAim aim, Integration integration, Account account) {
    if (aim.connectionId().isEmpty()) {
      return connections.ofAccount(
          integration.tenantId(), integration.id(), account.id(), aim.endUser());
    }
    var wanted = connections.findToChange(integration.tenantId(), aim.connectionId().get());
    wanted
        .filter(connection -> !connection.account().id().equals(account.id()))
        .ifPresent(connection -> refuse(connection, account));
    return wanted;
  }

  private static void refuse(Connection connection, Account account) {
    throw new ConnectFailure(
        ResultPage.FAILED,
        "This connection belongs to %s, but %s signed in. Sign in as %s, or make a new connection."
            .formatted(
                connection.account().displayName(),
                account.displayName(),
                connection.account().displayName()));
  }
}
