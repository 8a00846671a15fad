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
 * Slows down guessing: of a name from one address, of a name from many addresses, and of many names
 * from one address. After some wrong answers each further one costs twice the wait. Kept in the
 * database, so that a restart or another node does not forgive.
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
    forgetOld();
    for (Tried tried : Tried.by(name, address)) {
      try {
        transactions.runAlone(() -> count(tried));
      } catch (PersistenceException insertedByAnother) {
        transactions.runAlone(() -> count(tried));
      }
    }
  }

  /** Takes back the try that was right, and forgives what went wrong with this name from here. */
  void succeeded(String name, String address) {
    Tried.by(name, address).forEach(tried -> transactions.runAlone(() -> forgive(tried)));
  }

  private void forgive(Tried tried) {
    String forgive =
        tried.isForgotten()
            ? "delete from SignInFailures f where f.subject = :subject"
            : "update SignInFailures f set f.failures = f.failures - 1"
                + " where f.subject = :subject and f.failures > 0";
    entities.createQuery(forgive).setParameter("subject", tried.subject()).executeUpdate();
  }

  private void count(Tried tried) {
    Instant now = clock.instant();
    SignInFailures failures =
        entities.find(SignInFailures.class, tried.subject(), LockModeType.PESSIMISTIC_WRITE);
    if (failures == null) {
      failures = new SignInFailures(tried.subject(), now);
      entities.persist(failures);
    }
    refuseWhileWaiting(failures.waitFrom(now, tried));
    failures.count(now);
    entities.flush();
  }

  private static void refuseWhileWaiting(Duration wait) {
    if (wait.compareTo(Duration.ZERO) > 0) {
      throw ProblemException.of(
              ProblemType.TOO_MANY_REQUESTS, "Too many wrong tries: wait before the next one.")
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
