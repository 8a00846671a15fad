package dev.patchbay.host.integration;

import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.UniqueViolation;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
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
    save(integration);
  }

  /**
   * Writes now what has changed.
   *
   * @throws ProblemException if another integration of the plugin has the name already
   */
  void save(Integration integration) {
    try {
      entities.flush();
    } catch (PersistenceException e) {
      throw UniqueViolation.isBehind(e) ? nameTaken(integration).causedBy(e) : e;
    }
  }

  private static ProblemException nameTaken(Integration integration) {
    return ProblemException.conflict(
        "There is an integration of %s named \"%s\" already: choose another name."
            .formatted(integration.plugin(), integration.name()));
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
