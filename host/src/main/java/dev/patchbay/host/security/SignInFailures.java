package dev.patchbay.host.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** How often somebody was tried in vain, and how long that makes the next try wait. */
@Entity
@Table(name = "sign_in_throttle")
class SignInFailures {
  static final Duration REMEMBERED = Duration.ofHours(1);
  private static final Duration FIRST = Duration.ofSeconds(5);

  @Id private String subject;

  private int failures;

  @Column(name = "last_failed_at")
  private Instant lastFailedAt;

  /** For JPA. */
  protected SignInFailures() {}

  SignInFailures(String subject, Instant now) {
    this.subject = subject;
    this.lastFailedAt = now;
  }

  /** Counts a try before its outcome is known, so that tries at the same time count as well. */
  void count(Instant now) {
    failures = now.isAfter(lastFailedAt.plus(REMEMBERED)) ? 1 : failures + 1;
    lastFailedAt = now;
  }

  /** Returns how long to wait from now; zero or less if the next try is welcome. */
  Duration waitFrom(Instant now, Tried tried) {
    if (failures < tried.free()) {
      return Duration.ZERO;
    }
    Duration pause = FIRST.multipliedBy(1L << Math.min(failures - tried.free(), 20));
    Duration bounded = pause.compareTo(tried.longest()) > 0 ? tried.longest() : pause;
    return Duration.between(now, lastFailedAt.plus(bounded));
  }
}
