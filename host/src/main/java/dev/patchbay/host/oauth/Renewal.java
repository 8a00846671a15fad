package dev.patchbay.host.oauth;

import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.credential.Credentials;
import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.credential.Kept;
import dev.patchbay.host.persistence.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One renewal of one grant, among nodes that may want the same. The right to do it is a lease and
 * not a lock, since no database lock may wait for a service; and because a lease can run out while
 * its owner sleeps, what is saved is compared first.
 */
final class Renewal {
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final int LOOKS = 300;
  private static final int PAUSE_MILLIS = 100;

  private final String owner = UUID.randomUUID().toString();
  private final Holder holder;
  private final Credentials credentials;
  private final Transactions transactions;
  private final Clock clock;

  Renewal(Holder holder, Credentials credentials, Transactions transactions, Clock clock) {
    this.holder = holder;
    this.credentials = credentials;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Returns a grant that is no longer due, whoever renewed it. */
  Grant run(Predicate<Grant> due, Supplier<? extends Renewer> client) {
    for (int look = 0; look < LOOKS; look++) {
      var grant = Grant.of(read().content());
      if (!due.test(grant)) {
        return grant;
      }
      if (takeLease()) {
        return underLease(due, client);
      }
      pause();
    }
    throw new Unavailable("The token is being renewed elsewhere, which takes too long");
  }

  private Grant underLease(Predicate<Grant> due, Supplier<? extends Renewer> client) {
    try {
      var kept = read();
      var grant = Grant.of(kept.content());
      return due.test(grant) ? renew(kept, grant, client.get()) : grant;
    } finally {
      transactions.runAlone(() -> credentials.release(holder, owner));
    }
  }

  private Grant renew(Kept kept, Grant grant, Renewer client) {
    try {
      var renewed = grant.renewed(client.renew(grant), clock.instant());
      return save(kept, renewed) ? renewed : Grant.of(read().content());
    } catch (ReauthorizationNeeded e) {
      var now = read();
      if (now.version() == kept.version()) {
        throw e;
      }
      return Grant.of(now.content());
    }
  }

  private Kept read() {
    return transactions
        .callAlone(() -> credentials.find(holder))
        .orElseThrow(() -> Grants.noGrant(holder));
  }

  private boolean takeLease() {
    var now = clock.instant();
    return transactions.callAlone(() -> credentials.lease(holder, owner, now, now.plus(LEASE)));
  }

  private boolean save(Kept kept, Grant renewed) {
    return transactions.callAlone(
        () -> credentials.exchange(holder, kept.version(), renewed.toSecret()));
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
