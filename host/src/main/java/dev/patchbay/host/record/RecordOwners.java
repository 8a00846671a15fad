package dev.patchbay.host.record;

import dev.patchbay.host.connection.Connections;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Refuses calls about the records of a connection that the caller's tenant does not have. */
@Singleton
public class RecordOwners {
  private final Connections connections;
  private final Transactions transactions;

  @Inject
  public RecordOwners(Connections connections, Transactions transactions) {
    this.connections = connections;
    this.transactions = transactions;
  }

  void require(String tenantId, String connectionId) {
    if (transactions.call(() -> connections.find(tenantId, connectionId)).isEmpty()) {
      throw ProblemException.notFound("connection", connectionId);
    }
  }
}
