package dev.patchbay.host.sso;

import dev.patchbay.host.security.SecretHash;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** The codes that wait for the console; every call needs a transaction. */
@Singleton
public class OneTimeCodes {
  private final EntityManager entities;

  @Inject
  public OneTimeCodes(EntityManager entities) {
    this.entities = entities;
  }

  void add(OneTimeCode code) {
    entities.persist(code);
    entities.flush();
  }

  /** Takes a code out for good, whatever becomes of it. */
  Optional<OneTimeCode> take(String text) {
    Optional<OneTimeCode> found =
        Optional.ofNullable(entities.find(OneTimeCode.class, SecretHash.of(text)));
    return found.filter(code -> delete(text));
  }

  private boolean delete(String text) {
    return entities
            .createQuery("delete from OneTimeCode c where c.codeHash = :code")
            .setParameter("code", SecretHash.of(text))
            .executeUpdate()
        == 1;
  }

  void forgetExpired(Instant before) {
    entities
        .createQuery("delete from OneTimeCode c where c.expiresAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
