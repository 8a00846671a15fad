package dev.patchbay.host.sso;

import dev.patchbay.host.security.SecretHash;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** The people who are on their way to a provider; every call needs a transaction. */
@Singleton
public class Attempts {
  private final EntityManager entities;

  @Inject
  public Attempts(EntityManager entities) {
    this.entities = entities;
  }

  void add(Attempt attempt) {
    entities.persist(attempt);
    entities.flush();
  }

  Optional<Attempt> find(String state) {
    return Optional.ofNullable(entities.find(Attempt.class, SecretHash.of(state)));
  }

  /** Uses an attempt up, and tells whether it was still there. */
  boolean take(String state) {
    return entities
            .createQuery("delete from Attempt a where a.stateHash = :state")
            .setParameter("state", SecretHash.of(state))
            .executeUpdate()
        == 1;
  }

  /** Forgets those whose time was over before an instant. */
  void forgetExpired(Instant before) {
    entities
        .createQuery("delete from Attempt a where a.expiresAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
