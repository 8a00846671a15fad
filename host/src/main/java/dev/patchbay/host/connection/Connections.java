package dev.patchbay.host.connection;

import dev.patchbay.host.integration.Permissions;
import dev.patchbay.host.page.PageQuery;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The connections of each tenant. */
@Singleton
public class Connections {
  private final EntityManager entities;

  @Inject
  public Connections(EntityManager entities) {
    this.entities = entities;
  }

  public void add(Connection connection) {
    entities.persist(connection);
    entities.flush();
  }

  public Optional<Connection> find(String tenantId, String id) {
    return Optional.ofNullable(entities.find(Connection.class, id))
        .filter(connection -> connection.tenantId().equals(tenantId));
  }

  /** Finds a connection that is about to change; others who want to change it wait. */
  public Optional<Connection> findToChange(String tenantId, String id) {
    return Optional.ofNullable(entities.find(Connection.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(connection -> connection.tenantId().equals(tenantId));
  }

  /** Finds the connection of an account for a person, or for the tenant itself, to change it. */
  public Optional<Connection> ofAccount(
      String tenantId, String integrationId, String accountId, Optional<EndUser> endUser) {
    return entities
        .createQuery(
            "select c from Connection c where c.tenantId = :tenant"
                + " and c.integrationId = :integration and c.accountId = :account"
                + " and c.endUserId = :endUser",
            Connection.class)
        .setParameter("tenant", tenantId)
        .setParameter("integration", integrationId)
        .setParameter("account", accountId)
        .setParameter("endUser", endUser.map(EndUser::id).orElse(""))
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /**
   * Marks in one step that the service no longer accepts the grant, and tells whether nobody had
   * noticed before.
   */
  boolean loseGrant(Connection connection, String why, Instant now) {
    return entities
            .createQuery(
                "update Connection c set c.state = :lost, c.reason = :why, c.changedAt = :now,"
                    + " c.version = c.version + 1"
                    + " where c.tenantId = :tenant and c.id = :id and c.state in :usable")
            .setParameter("lost", ConnectionState.NEEDS_REAUTH)
            .setParameter("why", Connection.reasonOf(why))
            .setParameter("now", now)
            .setParameter("tenant", connection.tenantId())
            .setParameter("id", connection.id())
            .setParameter("usable", List.of(ConnectionState.ACTIVE, ConnectionState.PAUSED))
            .executeUpdate()
        == 1;
  }

  List<Connection> list(String tenantId, PageQuery page) {
    return entities
        .createQuery(
            "select c from Connection c where c.tenantId = :tenant and c.id > :after order by c.id",
            Connection.class)
        .setParameter("tenant", tenantId)
        .setParameter("after", page.after())
        .setMaxResults(page.rows())
        .getResultList();
  }

  /** What the integrations of connections let through; one that was removed is left out. */
  public Map<String, Permissions> permissions(String tenantId, Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            "select c.id, i.permissions from Connection c, Integration i"
                + " where i.id = c.integrationId and i.tenantId = c.tenantId"
                + " and c.tenantId = :tenant and c.id in :ids",
            Object[].class)
        .setParameter("tenant", tenantId)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Permissions) row[1]));
  }

  /** Whether another connection lives from the same account's consent to the same client. */
  boolean hasLivingSibling(Connection connection) {
    return !entities
        .createQuery(
            "select c.id from Connection c where c.tenantId = :tenant"
                + " and c.integrationId = :integration and c.accountId = :account"
                + " and c.id <> :id and c.state <> :gone",
            String.class)
        .setParameter("tenant", connection.tenantId())
        .setParameter("integration", connection.integrationId())
        .setParameter("account", connection.account().id())
        .setParameter("id", connection.id())
        .setParameter("gone", ConnectionState.DISCONNECTED)
        .getResultList()
        .isEmpty();
  }
}
