package dev.patchbay.host.security;

import dev.patchbay.host.page.PageQuery;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The API keys of each tenant. */
@Singleton
public class ApiKeys {
  private final EntityManager entities;

  @Inject
  public ApiKeys(EntityManager entities) {
    this.entities = entities;
  }

  void add(ApiKey key) {
    entities.persist(key);
    entities.flush();
  }

  List<ApiKey> list(String tenantId, PageQuery page) {
    return entities
        .createQuery(
            "select k from ApiKey k where k.tenantId = :tenant and k.id > :after order by k.id",
            ApiKey.class)
        .setParameter("tenant", tenantId)
        .setParameter("after", page.after())
        .setMaxResults(page.rows())
        .getResultList();
  }

  /** Removes a key of this tenant and tells whether there was one. */
  boolean remove(String tenantId, String id) {
    return entities
            .createQuery("delete from ApiKey k where k.tenantId = :tenant and k.id = :id")
            .setParameter("tenant", tenantId)
            .setParameter("id", id)
            .executeUpdate()
        > 0;
  }

  /** Finds by the public half of the key, which is unique across tenants. */
  Optional<ApiKey> withClientId(String clientId) {
    return entities
        .createQuery("select k from ApiKey k where k.clientId = :clientId", ApiKey.class)
        .setParameter("clientId", clientId)
        .getResultStream()
        .findFirst();
  }

  /** Finds whom a token names; the token, not the caller, says which tenant. */
  Optional<ApiKey> ofToken(String id) {
    return Optional.ofNullable(entities.find(ApiKey.class, id));
  }
}
