package dev.patchbay.host.integration;

import dev.patchbay.host.page.PageQuery;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The integrations of each tenant. */
@Singleton
public class Integrations {
  private final EntityManager entities;

  @Inject
  public Integrations(EntityManager entities) {
    this.entities = entities;
  }

  public void add(Integration integration) {
    entities.persist(integration);
    entities.flush();
  }

  public Optional<Integration> find(String tenantId, String id) {
    return Optional.ofNullable(entities.find(Integration.class, id))
        .filter(integration -> integration.tenantId().equals(tenantId));
  }

  List<Integration> list(String tenantId, PageQuery page) {
    return entities
        .createQuery(
            "select i from Integration i where i.tenantId = :tenant and i.id > :after order by i.id",
            Integration.class)
        .setParameter("tenant", tenantId)
        .setParameter("after", page.after())
        .setMaxResults(page.rows())
        .getResultList();
  }

  void remove(Integration integration) {
    entities.remove(integration);
    entities.flush();
  }

  /** Whether another integration of the plugin has the name already. */
  boolean nameTaken(Integration integration, String name) {
    return !entities
        .createQuery(
            "select i.id from Integration i where i.tenantId = :tenant and i.plugin = :plugin"
                + " and i.name = :name and i.id <> :id",
            String.class)
        .setParameter("tenant", integration.tenantId())
        .setParameter("plugin", integration.plugin())
        .setParameter("name", name)
        .setParameter("id", integration.id())
        .getResultList()
        .isEmpty();
  }

  /** Counts the connections behind integrations, without the disconnected. */
  Map<String, Long> connections(String tenantId, Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            "select c.integrationId, count(c) from Connection c where c.tenantId = :tenant"
                + " and c.integrationId in :ids"
                + " and c.state <> dev.patchbay.host.connection.ConnectionState.DISCONNECTED"
                + " group by c.integrationId",
            Object[].class)
        .setParameter("tenant", tenantId)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }
}
