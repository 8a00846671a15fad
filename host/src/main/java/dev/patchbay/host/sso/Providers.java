package dev.patchbay.host.sso;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The providers of tenants; each tenant has one at most. */
@Singleton
public class Providers {
  private final EntityManager entities;

  @Inject
  public Providers(EntityManager entities) {
    this.entities = entities;
  }

  void add(Provider provider) {
    entities.persist(provider);
    entities.flush();
  }

  void remove(Provider provider) {
    entities.remove(provider);
    entities.flush();
  }

  Optional<Provider> of(String tenantId) {
    return entities
        .createQuery("select p from Provider p where p.tenantId = :tenant", Provider.class)
        .setParameter("tenant", tenantId)
        .getResultStream()
        .findFirst();
  }

  /** Finds whose people have addresses of a domain; nobody's, if several tenants say so. */
  Optional<Provider> ofDomain(String domain) {
    List<Provider> found =
        entities
            .createQuery(
                "select p from Provider p where :domain member of p.emailDomains", Provider.class)
            .setParameter("domain", domain)
            .setMaxResults(2)
            .getResultList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  Optional<Provider> any() {
    return entities
        .createQuery("select p from Provider p", Provider.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
