package dev.patchbay.host.sync;

import dev.patchbay.host.connection.Connection;
import dev.patchbay.host.connection.ConnectionState;
import dev.patchbay.host.connection.Connections;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Refuses calls about connections that the caller's tenant does not have. */
@Singleton
class KnownConnections {
  private final Connections connections;
  private final Transactions transactions;

  @Inject
  KnownConnections(Connections connections, Transactions transactions) {
    this.connections = connections;
    this.transactions = transactions;
  }

  /** Refuses a connection that is not there (404) or cannot be synced now (409). */
  void requireActive(String tenantId, String id) {
    ConnectionState state = require(tenantId, id);
    if (state != ConnectionState.ACTIVE) {
      throw ProblemException.conflict(
          "The connection %s is %s; only one that is ACTIVE can be synced.".formatted(id, state));
    }
  }

  /** Refuses a connection that is not there (404), and tells the state of one that is. */
  ConnectionState require(String tenantId, String id) {
    return transactions
        .call(() -> connections.find(tenantId, id).map(Connection::state))
        .orElseThrow(() -> ProblemException.notFound("connection", id));
  }
}
