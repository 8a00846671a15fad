package dev.patchbay.host.connection;

import dev.patchbay.host.integration.Integrations;
import dev.patchbay.host.oauth.Grants;
import dev.patchbay.host.oauth.Revocations;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Ends a connection. Its local use is over with the commit, whatever the service does; the service
 * is told after it, unless the same consent keeps another connection alive: services revoke the
 * consent as a whole.
 */
@Singleton
public class Disconnection {
  private final Connections connections;
  private final Integrations integrations;
  private final Grants grants;
  private final Revocations revocations;
  private final Transactions transactions;
  private final Event<ConnectionEnding> ending;
  private final Event<ConnectionEnded> ended;
  private final Event<RecordsDiscarded> discarded;
  private final Clock clock;

  @Inject
  public Disconnection(
      Connections connections,
      Integrations integrations,
      Grants grants,
      Revocations revocations,
      Transactions transactions,
      Event<ConnectionEnding> ending,
      Event<ConnectionEnded> ended,
      Event<RecordsDiscarded> discarded,
      Clock clock) {
    this.connections = connections;
    this.integrations = integrations;
    this.grants = grants;
    this.revocations = revocations;
    this.transactions = transactions;
    this.ending = ending;
    this.ended = ended;
    this.discarded = discarded;
    this.clock = clock;
  }

  /** Disconnects; doing it again does no harm, and may erase what was kept the first time. */
  public void run(String tenantId, String connectionId, RecordDisposal records) {
    ending.fire(new ConnectionEnding(tenantId, connectionId));
    transactions.call(() -> end(tenantId, connectionId, records)).ifPresent(revocations::attempt);
  }

  /** Ends a connection in the running transaction, and returns what is to be revoked after it. */
  Optional<String> end(String tenantId, String connectionId, RecordDisposal records) {
    var connection =
        connections
            .findToChange(tenantId, connectionId)
            .orElseThrow(() -> ProblemException.notFound("connection", connectionId));
    return connection.state() == ConnectionState.DISCONNECTED
        ? endAgain(connection, records)
        : endNow(connection, records);
  }

  private Optional<String> endNow(Connection connection, RecordDisposal records) {
    var revocation = planRevocation(connection);
    grants.remove(connection.holder());
    connection.disconnect(clock.instant());
    ended.fire(new ConnectionEnded(connection.tenantId(), connection.id(), records));
    return revocation;
  }

  private Optional<String> endAgain(Connection connection, RecordDisposal records) {
    if (records == RecordDisposal.ERASE) {
      discarded.fire(new RecordsDiscarded(connection.tenantId(), connection.id()));
    }
    return Optional.empty();
  }

  private Optional<String> planRevocation(Connection connection) {
    if (connections.hasLivingSibling(connection)) {
      return Optional.empty();
    }
    return integrations
        .find(connection.tenantId(), connection.integrationId())
        .flatMap(
            integration ->
                grants
                    .find(connection.holder())
                    .flatMap(grant -> revocations.plan(integration, grant)));
  }
}
