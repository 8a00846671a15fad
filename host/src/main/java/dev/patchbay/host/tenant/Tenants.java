package dev.patchbay.host.tenant;

import dev.patchbay.host.page.PageQuery;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The tenants of this server; the only rows that belong to no tenant. */
@Singleton
public class Tenants {
  private final EntityManager entities;

  @Inject
  public Tenants(EntityManager entities) {
    this.entities = entities;
  }

  public void add(Tenant tenant) {
    entities.persist(tenant);
    entities.flush();
  }

  public Optional<Tenant> find(String id) {
    return Optional.ofNullable(entities.find(Tenant.class, id));
  }

  /** Finds by the name, as it is written. */
  public Optional<Tenant> named(String name) {
    return entities
        .createQuery("select t from Tenant t where t.name = :name", Tenant.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  public boolean hasName(String name) {
    return !entities
        .createQuery("select t.id from Tenant t where t.name = :name", String.class)
        .setParameter("name", name)
        .getResultList()
        .isEmpty();
  }

  /** Whether the server has one tenant only, so that nobody has to say which. */
  public boolean areOne() {
    return entities
            .createQuery("select t.id from Tenant t", String.class)
            .setMaxResults(2)
            .getResultList()
            .size()
        == 1;
  }

  public List<Tenant> list(PageQuery page) {
    return entities
        .createQuery("select t from Tenant t where t.id > :after order by t.id", Tenant.class)
        .setParameter("after", page.after())
        .setMaxResults(page.rows())
        .getResultList();
  }
}
