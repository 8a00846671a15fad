package dev.patchbay.host.connect;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;

/** The attempts to connect of each tenant; every call needs a transaction. */
@Singleton
public class ConnectSessions {
  private final EntityManager entities;

  @Inject
  public ConnectSessions(EntityManager entities) {
    this.entities = entities;
  }

  void add(ConnectSession session) {
    entities.persist(session);
    entities.flush();
  }

  Optional<ConnectSession> find(String tenantId, String id) {
    return Optional.ofNullable(entities.find(ConnectSession.class, id))
        .filter(session -> session.tenantId().equals(tenantId));
  }

  /** Finds a session that is about to change; others who want to change it wait. */
  Optional<ConnectSession> findToChange(String tenantId, String id) {
    return Optional.ofNullable(
            entities.find(ConnectSession.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(session -> session.tenantId().equals(tenantId));
  }

  /** Uses the link up, and returns its session if it was still good. */
  Optional<ConnectSession> start(String tokenHash, Instant now) {
    var started =
        entities
            .createQuery(
                "update ConnectSession s set s.startedAt = :now where s.tokenHash = :token"
                    + " and s.startedAt is null and s.expiresAt > :now"
                    + " and s.state = dev.patchbay.host.connect.ConnectState.OPEN")
            .setParameter("now", now)
            .setParameter("token", tokenHash)
            .executeUpdate();
    return started == 1 ? ofToken(tokenHash) : Optional.empty();
  }

  /** Finds the session of a form that was opened in the browser with this text. */
  Optional<ConnectSession> ofBrowser(String id, String browserHash) {
    return entities
        .createQuery(
            "select s from ConnectSession s where s.id = :id and s.browserHash = :browser",
            ConnectSession.class)
        .setParameter("id", id)
        .setParameter("browser", browserHash)
        .getResultStream()
        .findFirst();
  }

  /** The same, to change it; others who want to change it wait. */
  Optional<ConnectSession> ofVisitor(String id, String browserHash) {
    return Optional.ofNullable(
            entities.find(ConnectSession.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(session -> session.wasOpenedBy(browserHash));
  }

  /** Finds the session that a text stands for, and lets the text stand for nothing any more. */
  Optional<ConnectSession> redeem(String tenantId, String resultHash) {
    var found =
        entities
            .createQuery(
                "select s.id from ConnectSession s"
                    + " where s.tenantId = :tenant and s.resultHash = :result",
                String.class)
            .setParameter("tenant", tenantId)
            .setParameter("result", resultHash)
            .getResultStream()
            .findFirst();
    return found.filter(id -> used(id, resultHash)).flatMap(id -> find(tenantId, id));
  }

  private boolean used(String id, String resultHash) {
    return entities
            .createQuery(
                "update ConnectSession s set s.resultHash = null"
                    + " where s.id = :id and s.resultHash = :result")
            .setParameter("id", id)
            .setParameter("result", resultHash)
            .executeUpdate()
        == 1;
  }

  private Optional<ConnectSession> ofToken(String tokenHash) {
    return entities
        .createQuery(
            "select s from ConnectSession s where s.tokenHash = :token", ConnectSession.class)
        .setParameter("token", tokenHash)
        .getResultStream()
        .findFirst();
  }

  /** Forgets the attempts of a person. */
  void forgetEndUser(String tenantId, String endUserId) {
    entities
        .createQuery(
            "delete from ConnectSession s where s.tenantId = :tenant and s.endUserId = :endUser")
        .setParameter("tenant", tenantId)
        .setParameter("endUser", endUserId)
        .executeUpdate();
  }

  /** Forgets attempts that ended before an instant. */
  void forgetEnded(Instant before) {
    entities
        .createQuery("delete from ConnectSession s where s.expiresAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
