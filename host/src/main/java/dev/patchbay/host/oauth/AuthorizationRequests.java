package dev.patchbay.host.oauth;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** The people who are on their way to a consent page; every call needs a transaction. */
@Singleton
public class AuthorizationRequests {
  private final EntityManager entities;

  @Inject
  public AuthorizationRequests(EntityManager entities) {
    this.entities = entities;
  }

  void add(AuthorizationRequest request) {
    entities.persist(request);
    entities.flush();
  }

  Optional<AuthorizationRequest> find(String stateHash) {
    return Optional.ofNullable(entities.find(AuthorizationRequest.class, stateHash));
  }

  /** Uses a request up, and tells whether it was still there. */
  boolean take(String stateHash) {
    return entities
            .createQuery("delete from AuthorizationRequest r where r.stateHash = :state")
            .setParameter("state", stateHash)
            .executeUpdate()
        == 1;
  }

  /** Forgets those whose time was over before an instant. */
  void forgetExpired(Instant before) {
    entities
        .createQuery("delete from AuthorizationRequest r where r.expiresAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
