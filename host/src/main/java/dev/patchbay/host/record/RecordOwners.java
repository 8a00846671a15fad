package dev.patchbay.host.record;

import dev.patchbay.host.connection.Connections;
import dev.patchbay.host.integration.Permissions;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Refuses calls about the records of a connection that the caller's tenant does not have, or of a
 * type that its integration does not let through; what was kept of it before is not shown either.
 */
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

  void require(String tenantId, String connectionId, String type) {
    require(tenantId, connectionId);
    if (!allows(permissions(tenantId, Set.of(connectionId)), connectionId, type)) {
      throw ProblemException.of(
          ProblemType.FORBIDDEN,
          "The integration of %s does not let %s through; an admin can allow it."
              .formatted(connectionId, type));
    }
  }

  /** Tells the collections that a connection's integration lets through. */
  Predicate<StoredCollection> collections(String tenantId, String connectionId) {
    var permissions = permissions(tenantId, Set.of(connectionId));
    return one -> allows(permissions, connectionId, one.type());
  }

  /** Tells the records that the integrations of their connections let through. */
  Predicate<StoredRecord> records(String tenantId, Collection<StoredRecord> records) {
    var ids = records.stream().map(StoredRecord::connectionId).collect(Collectors.toSet());
    var permissions = permissions(tenantId, ids);
    return one -> allows(permissions, one.connectionId(), one.type());
  }

  private Map<String, Permissions> permissions(String tenantId, Collection<String> connectionIds) {
    return transactions.call(() -> connections.permissions(tenantId, connectionIds));
  }

  private static boolean allows(Map<String, Permissions> all, String connectionId, String type) {
    return all.getOrDefault(connectionId, Permissions.unbounded()).allowsType(type);
  }
}
