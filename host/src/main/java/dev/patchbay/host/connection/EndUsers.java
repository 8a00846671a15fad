package dev.patchbay.host.connection;

import dev.patchbay.host.page.PageQuery;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;

/** The people of each tenant for whom connections were made; every call needs a transaction. */
@Singleton
public class EndUsers {
  private final EntityManager entities;

  @Inject
  public EndUsers(EntityManager entities) {
    this.entities = entities;
  }

  List<EndUserSummary> list(String tenantId, PageQuery page) {
    return entities
        .createQuery(
            "select new dev.patchbay.host.connection.EndUserSummary("
                + "c.endUserId, max(c.endUserName), count(c))"
                + " from Connection c where c.tenantId = :tenant and c.endUserId > :after"
                + " group by c.endUserId order by c.endUserId",
            EndUserSummary.class)
        .setParameter("tenant", tenantId)
        .setParameter("after", page.after())
        .setMaxResults(page.rows())
        .getResultList();
  }

  /**
   * The connections of a person, to change them; others who want to change them wait. The empty
   * text is no person: it stands for the tenant itself.
   */
  List<Connection> connections(String tenantId, String endUserId) {
    return entities
        .createQuery(
            "select c from Connection c where c.tenantId = :tenant and c.endUserId = :endUser"
                + " and c.endUserId <> ''"
                + " order by c.id",
            Connection.class)
        .setParameter("tenant", tenantId)
        .setParameter("endUser", endUserId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  void remove(Connection connection) {
    entities.remove(connection);
  }
}
