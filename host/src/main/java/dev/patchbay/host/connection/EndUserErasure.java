package dev.patchbay.host.connection;

import dev.patchbay.host.oauth.Revocations;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Erases all that is kept of a person. Everything goes in one commit; the services are told after
 * it, until they have heard. Empty tombstones stay in the feed, so that the CRM learns of it, and
 * ids in the audit.
 */
@Singleton
public class EndUserErasure {
  private final EndUsers endUsers;
  private final Disconnection disconnection;
  private final Revocations revocations;
  private final Transactions transactions;
  private final Event<EndUserErased> erased;

  @Inject
  public EndUserErasure(
      EndUsers endUsers,
      Disconnection disconnection,
      Revocations revocations,
      Transactions transactions,
      Event<EndUserErased> erased) {
    this.endUsers = endUsers;
    this.disconnection = disconnection;
    this.revocations = revocations;
    this.transactions = transactions;
    this.erased = erased;
  }

  /** Erases a person of whom at least one connection is known. */
  public void run(String tenantId, String endUserId) {
    transactions
        .<List<String>, RuntimeException>call(() -> erase(tenantId, endUserId))
        .forEach(revocations::attempt);
  }

  /** Returns the revocations that are to be made. */
  private List<String> erase(String tenantId, String endUserId) {
    var connections = endUsers.connections(tenantId, endUserId);
    if (connections.isEmpty()) {
      throw ProblemException.notFound("end user", endUserId);
    }
    var planned =
        connections.stream()
            .map(one -> disconnection.end(tenantId, one.id(), RecordDisposal.ERASE))
            .flatMap(Optional::stream)
            .toList();
    erased.fire(
        new EndUserErased(tenantId, endUserId, connections.stream().map(Connection::id).toList()));
    connections.forEach(endUsers::remove);
    return planned;
  }
}
