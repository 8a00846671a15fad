package dev.patchbay.host.credential;

import dev.patchbay.api.setting.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;

/** The credentials of connections, opened and sealed on the way; every call needs a transaction. */
@Singleton
public class Credentials {
  private static final int MOST_WORDS = 1_000;

  private final EntityManager entities;
  private final Vault vault;

  @Inject
  public Credentials(EntityManager entities, Vault vault) {
    this.entities = entities;
    this.vault = vault;
  }

  public Optional<Kept> find(Holder holder) {
    return entities
        .createQuery(
            "select c from Credential c where c.tenantId = :tenant and c.connectionId = :id",
            Credential.class)
        .setParameter("tenant", holder.tenantId())
        .setParameter("id", holder.connectionId())
        .getResultStream()
        .findFirst()
        .map(
            one ->
                new Kept(vault.open(holder.place(), one.sealed()), one.version(), one.refusal()));
  }

  /**
   * Keeps a content, whatever was there before.
   *
   * @param endsAt when it ends by itself; empty if nobody knows
   */
  public void keep(Holder holder, Secret content, Optional<Instant> endsAt) {
    var sealed = vault.seal(holder.place(), content);
    var present =
        entities.find(Credential.class, holder.connectionId(), LockModeType.PESSIMISTIC_WRITE);
    if (present == null) {
      entities.persist(new Credential(holder, sealed, endsAt));
    } else {
      present.replace(sealed, endsAt);
    }
    entities.flush();
  }

  /** Replaces a content unless it has changed since, and tells whether it did; ends the lease. */
  public boolean exchange(Holder holder, long version, Secret content, Optional<Instant> endsAt) {
    var exchange =
        entities
            .createQuery(
                "update Credential c set c.sealed = :sealed, c.version = c.version + 1,"
                    + " c.endsAt = "
                    + endsAt.map(end -> ":end").orElse("null")
                    + ", c.refusal = null, c.leaseOwner = null, c.leaseUntil = null"
                    + " where c.tenantId = :tenant and c.connectionId = :id"
                    + " and c.version = :version")
            .setParameter("sealed", vault.seal(holder.place(), content))
            .setParameter("tenant", holder.tenantId())
            .setParameter("id", holder.connectionId())
            .setParameter("version", version);
    endsAt.ifPresent(end -> exchange.setParameter("end", end));
    return exchange.executeUpdate() == 1;
  }

  /** Writes down that the service has called this version dead, until another takes its place. */
  public void refuse(Holder holder, long version, String words) {
    entities
        .createQuery(
            "update Credential c set c.refusal = :words where c.version = :version"
                + " and c.tenantId = :tenant and c.connectionId = :id")
        .setParameter(
            "words", words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS))
        .setParameter("tenant", holder.tenantId())
        .setParameter("id", holder.connectionId())
        .setParameter("version", version)
        .executeUpdate();
  }

  public void remove(Holder holder) {
    entities
        .createQuery("delete from Credential c where c.tenantId = :tenant and c.connectionId = :id")
        .setParameter("tenant", holder.tenantId())
        .setParameter("id", holder.connectionId())
        .executeUpdate();
  }
}
