package dev.patchbay.host.connection;

import dev.patchbay.host.page.Page;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Shows connections together with what was synced over them. */
@Singleton
public class ConnectionOverview {
  private final Connections connections;
  private final Instance<Activities> activities;
  private final Transactions transactions;

  @Inject
  public ConnectionOverview(
      Connections connections, Instance<Activities> activities, Transactions transactions) {
    this.connections = connections;
    this.activities = activities;
    this.transactions = transactions;
  }

  Page<ConnectionSummary> list(String tenantId, PageQuery query) {
    return transactions.call(
        () -> {
          var page = Page.cut(query, connections.list(tenantId, query), Connection::id);
          var known = activities(tenantId, page.items().stream().map(Connection::id).toList());
          return page.map(one -> summary(one, known));
        });
  }

  ConnectionSummary get(String tenantId, String id) {
    return transactions.call(
        () -> summary(require(tenantId, id), activities(tenantId, List.of(id))));
  }

  private Connection require(String tenantId, String id) {
    return connections
        .find(tenantId, id)
        .orElseThrow(() -> ProblemException.notFound("connection", id));
  }

  private Map<String, Activity> activities(String tenantId, Collection<String> ids) {
    return activities.isResolvable() ? activities.get().of(tenantId, ids) : Map.of();
  }

  private static ConnectionSummary summary(Connection connection, Map<String, Activity> known) {
    return ConnectionSummary.of(connection, known.getOrDefault(connection.id(), Activity.none()));
  }
}
