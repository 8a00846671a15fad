package dev.patchbay.host.connection;

import dev.patchbay.host.credential.CredentialEnd;
import dev.patchbay.host.page.Page;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows connections together with what was synced over them. Each is read on its own: within one
 * transaction they would take two connections of the pool, and as many callers as it has
 * connections would each hold one and wait for another.
 */
@Singleton
public class ConnectionOverview {
  private final Connections connections;
  private final CredentialEnds ends;
  private final Instance<Activities> activities;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  public ConnectionOverview(
      Connections connections,
      CredentialEnds ends,
      Instance<Activities> activities,
      Transactions transactions,
      Clock clock) {
    this.connections = connections;
    this.ends = ends;
    this.activities = activities;
    this.transactions = transactions;
    this.clock = clock;
  }

  Page<ConnectionSummary> list(String tenantId, PageQuery query) {
    var page =
        transactions.call(() -> Page.cut(query, connections.list(tenantId, query), Connection::id));
    var known = known(tenantId, page.items().stream().map(Connection::id).toList());
    return page.map(known::summary);
  }

  ConnectionSummary get(String tenantId, String id) {
    var connection = transactions.call(() -> require(tenantId, id));
    return known(tenantId, List.of(id)).summary(connection);
  }

  private Connection require(String tenantId, String id) {
    return connections
        .find(tenantId, id)
        .orElseThrow(() -> ProblemException.notFound("connection", id));
  }

  private Known known(String tenantId, List<String> ids) {
    return new Known(
        activities(tenantId, ids),
        transactions.call(() -> ends.of(tenantId, ids)),
        clock.instant());
  }

  private Map<String, Activity> activities(String tenantId, Collection<String> ids) {
    return activities.isResolvable() ? activities.get().of(tenantId, ids) : Map.of();
  }

  /** What is known of connections beside themselves. */
  private record Known(
      Map<String, Activity> activities, Map<String, CredentialEnd> ends, Instant now) {
    ConnectionSummary summary(Connection connection) {
      return ConnectionSummary.of(
          connection,
          Optional.ofNullable(ends.get(connection.id())).map(end -> CredentialSummary.of(end, now)),
          activities.getOrDefault(connection.id(), Activity.none()));
    }
  }
}
