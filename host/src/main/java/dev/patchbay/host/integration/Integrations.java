package dev.patchbay.host.integration;

import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.UniqueViolation;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
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
    return after(tenantId, page.after(), page.rows());
  }

  /** The oldest of them. */
  public List<Integration> first(String tenantId, int most) {
    return after(tenantId, "", most);
  }

  private List<Integration> after(String tenantId, String after, int rows) {
    return entities
        .createQuery(
            "select i from Integration i where i.tenantId = :tenant and i.id > :after order by i.id",
            Integration.class)
        .setParameter("tenant", tenantId)
        .setParameter("after", after)
        .setMaxResults(rows)
        .getResultList();
  }

  /** Finds client secrets that end before an instant, of which nobody was told, or not so. */
  List<SecretEnding> unannounced(Instant before) {
    return entities
        .createQuery(
            "select new dev.patchbay.host.integration.SecretEnding("
                + "i.tenantId, i.id, i.clientSecretEndsAt)"
                + " from Integration i where i.clientSecretEndsAt <= :before"
                + " and (i.announcedEnd is null or i.announcedEnd <> i.clientSecretEndsAt)"
                + " order by i.id",
            SecretEnding.class)
        .setParameter("before", before)
        .getResultList();
  }

  /** Takes it on to announce an end, and tells whether nobody else has. */
  boolean announce(SecretEnding ending) {
    return entities
            .createQuery(
                "update Integration i set i.announcedEnd = i.clientSecretEndsAt"
                    + " where i.tenantId = :tenant and i.id = :id"
                    + " and i.clientSecretEndsAt = :end"
                    + " and (i.announcedEnd is null or i.announcedEnd <> i.clientSecretEndsAt)")
            .setParameter("tenant", ending.tenantId())
            .setParameter("id", ending.integrationId())
            .setParameter("end", ending.endsAt())
            .executeUpdate()
        == 1;
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
