package dev.patchbay.host.oauth;

import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.credential.Kept;
import dev.patchbay.host.credential.Renewals;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One renewal of one grant, among nodes that may want the same. The right to do it is a lease and
 * not a lock, since no database lock may wait for a service. It is given only for the version that
 * was seen, and because it can run out while its owner sleeps, what is saved is compared again.
 */
final class Renewal {
  private static final int LOOKS = 300;
  private static final int PAUSE_MILLIS = 100;

  private final Holder holder;
  private final Renewals renewals;
  private final Leases leases;
  private final Endings endings;
  private final Clock clock;

  Renewal(Holder holder, Renewals renewals, Leases leases, Endings endings, Clock clock) {
    this.holder = holder;
    this.renewals = renewals;
    this.leases = leases;
    this.endings = endings;
    this.clock = clock;
  }

  /**
   * Returns a grant that is no longer due, whoever renewed it.
   *
   * @param seen a version that is due, if one has been seen
   */
  Grant run(OptionalLong seen, Predicate<Grant> due, Supplier<? extends Renewer> client) {
    var lease = seen.isPresent() ? leases.take(holder, seen.getAsLong()) : Optional.<Lease>empty();
    return lease.isPresent() ? underLease(lease.get(), client) : run(due, client);
  }

  private Grant run(Predicate<Grant> due, Supplier<? extends Renewer> client) {
    var kept = read();
    for (int look = 0; look < LOOKS; look++) {
      var grant = Grant.of(kept.content());
      if (!due.test(grant)) {
        return grant;
      }
      requireAlive(kept);
      var lease = leases.take(holder, kept.version());
      if (lease.isPresent()) {
        return underLease(lease.get(), client);
      }
      kept = readAfter(kept);
    }
    throw new Unavailable("The token is being renewed elsewhere, which takes too long");
  }

  private Grant underLease(Lease lease, Supplier<? extends Renewer> client) {
    try (lease) {
      return renewed(lease, client);
    }
  }

  private Grant renewed(Lease lease, Supplier<? extends Renewer> client) {
    var kept = lease.kept();
    try {
      var grant = Grant.of(kept.content());
      var renewed = grant.renewed(client.get().renew(grant), clock.instant());
      return save(kept, renewed) ? renewed : Grant.of(read().content());
    } catch (ReauthorizationNeeded e) {
      return afterRefusal(lease, e);
    } catch (RuntimeException e) {
      lease.release();
      throw e;
    }
  }

  /**
   * A service takes it for theft if a dead refresh token comes again, so it never does: only a new
   * grant helps. What was typed in is no such token, and may be allowed again.
   */
  private void remember(Kept kept, ReauthorizationNeeded refusal) {
    if (!Grant.of(kept.content()).isTypedIn()) {
      renewals.refuse(holder, kept.version(), refusal.getMessage());
    }
  }

  private static void requireAlive(Kept kept) {
    if (kept.refusal().isPresent()) {
      throw new ReauthorizationNeeded(kept.refusal().get());
    }
  }

  /** Another node may have won, and then it is only this one's refresh token that is dead. */
  private Grant afterRefusal(Lease lease, ReauthorizationNeeded refusal) {
    var kept = lease.kept();
    try {
      var now = read();
      if (now.version() == kept.version()) {
        remember(kept, refusal);
        throw refusal;
      }
      return Grant.of(now.content());
    } finally {
      lease.release();
    }
  }

  /** What there is now; if it is still the same, somebody is at it. */
  private Kept readAfter(Kept seen) {
    var now = read();
    if (now.version() != seen.version()) {
      return now;
    }
    pause();
    return read();
  }

  private Kept read() {
    return renewals.find(holder).orElseThrow(() -> Grants.noGrant(holder));
  }

  private boolean save(Kept kept, Grant renewed) {
    var saved = renewals.exchange(holder, kept.version(), renewed.toSecret(), renewed.lastsUntil());
    if (saved) {
      endings.saw(holder, kept.version() + 1, renewed);
    }
    return saved;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("The wait for a renewed token was interrupted", e);
    }
  }
}
