package dev.patchbay.host.action;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was asked to be done; every call needs a transaction. */
@Singleton
public class ActionRuns {
  private final EntityManager entities;

  @Inject
  public ActionRuns(EntityManager entities) {
    this.entities = entities;
  }

  /** Adds it; a key that is taken breaks the transaction. */
  void add(ActionRun run) {
    entities.persist(run);
    entities.flush();
  }

  Optional<ActionRun> find(String tenantId, String id) {
    return entities
        .createQuery(
            "select r from ActionRun r where r.tenantId = :tenant and r.id = :id", ActionRun.class)
        .setParameter("tenant", tenantId)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** The one with a key, locked until the transaction ends. */
  Optional<ActionRun> withKey(String tenantId, String key) {
    return entities
        .createQuery(
            "select r from ActionRun r where r.tenantId = :tenant and r.key = :key",
            ActionRun.class)
        .setParameter("tenant", tenantId)
        .setParameter("key", key)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** Locked until the transaction ends; nothing if it was erased meanwhile. */
  Optional<ActionRun> toChange(String id) {
    return Optional.ofNullable(entities.find(ActionRun.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Those that are running for longer than any can. */
  List<String> startedBefore(Instant time) {
    return entities
        .createQuery(
            "select r.id from ActionRun r where r.state = :running and r.startedAt < :time",
            String.class)
        .setParameter("running", ActionState.RUNNING)
        .setParameter("time", time)
        .getResultList();
  }

  void forgetOlderThan(Instant time) {
    entities
        .createQuery("delete from ActionRun r where r.state <> :running and r.startedAt < :time")
        .setParameter("running", ActionState.RUNNING)
        .setParameter("time", time)
        .executeUpdate();
  }

  void erase(String tenantId, List<String> connectionIds) {
    entities
        .createQuery(
            "delete from ActionRun r where r.tenantId = :tenant and r.connectionId in :connections")
        .setParameter("tenant", tenantId)
        .setParameter("connections", connectionIds)
        .executeUpdate();
  }
}
