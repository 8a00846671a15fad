package dev.patchbay.host.security;

import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows down guessing: after five wrong answers for a name from one address each further one costs
 * twice the wait. Kept in the database, so that a restart or another node does not forgive.
 */
@Singleton
class SignInThrottle {
  private final EntityManager entities;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  SignInThrottle(EntityManager entities, Transactions transactions, Clock clock) {
    this.entities = entities;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Lets a try pass or refuses it with 429; a try counts as wrong until {@link #succeeded}. */
  void admit(String name, String address) {
    String subject = SecretHash.of(name + "\n" + address);
    forgetOld();
    try {
      transactions.runAlone(() -> count(subject));
    } catch (PersistenceException insertedByAnother) {
      transactions.runAlone(() -> count(subject));
    }
  }

  /** Forgives what went wrong before. */
  void succeeded(String name, String address) {
    transactions.runAlone(
        () ->
            entities
                .createQuery("delete from SignInFailures f where f.subject = :subject")
                .setParameter("subject", SecretHash.of(name + "\n" + address))
                .executeUpdate());
  }

  private void count(String subject) {
    Instant now = clock.instant();
    SignInFailures failures =
        entities.find(SignInFailures.class, subject, LockModeType.PESSIMISTIC_WRITE);
    if (failures == null) {
      failures = new SignInFailures(subject, now);
      entities.persist(failures);
    }
    refuseWhileWaiting(failures.waitFrom(now));
    failures.count(now);
    entities.flush();
  }

  private static void refuseWhileWaiting(Duration wait) {
    if (wait.compareTo(Duration.ZERO) > 0) {
      throw ProblemException.of(
              ProblemType.TOO_MANY_REQUESTS,
              "Too many wrong tries for this name: wait before the next one.")
          .withRetryAfter(wait);
    }
  }

  private void forgetOld() {
    transactions.runAlone(
        () ->
            entities
                .createQuery("delete from SignInFailures f where f.lastFailedAt < :limit")
                .setParameter("limit", clock.instant().minus(SignInFailures.REMEMBERED))
                .executeUpdate());
  }
}
