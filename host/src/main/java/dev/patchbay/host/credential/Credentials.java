package dev.patchbay.host.credential;

import dev.patchbay.api.setting.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;

/**
 * The credentials of connections, opened and sealed on the way; every call takes part in the
 * caller's transaction, as {@link Renewals} do not.
 */
@Singleton
public class Credentials {
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

  public void remove(Holder holder) {
    entities
        .createQuery("delete from Credential c where c.tenantId = :tenant and c.connectionId = :id")
        .setParameter("tenant", holder.tenantId())
        .setParameter("id", holder.connectionId())
        .executeUpdate();
  }
}
