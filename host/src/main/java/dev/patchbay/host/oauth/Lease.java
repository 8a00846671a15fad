package dev.patchbay.host.oauth;

import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.credential.Kept;
import dev.patchbay.host.credential.Renewals;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;

/**
 * The right to renew one version of a grant. Closed, it is no longer prolonged; it is given back
 * with what is saved, or by itself.
 */
final class Lease implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Lease.class.getName());

  /** Longer than any exchange may take: then the owner hangs, and another has to do it. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final long since = System.nanoTime();
  private final Holder holder;
  private final String owner;
  private final Kept kept;
  private final Renewals renewals;
  private volatile Future<?> keeping;

  Lease(Holder holder, String owner, Kept kept, Renewals renewals) {
    this.holder = holder;
    this.owner = owner;
    this.kept = kept;
    this.renewals = renewals;
  }

  /** What may be renewed. */
  Kept kept() {
    return kept;
  }

  void keptBy(Future<?> repeated) {
    keeping = repeated;
  }

  void prolong(Duration term) {
    if (System.nanoTime() - since > LONGEST.toNanos()) {
      close();
      return;
    }
    try {
      renewals.prolong(holder, owner, term);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The right to renew a token was not prolonged: " + e.getMessage());
    }
  }

  void release() {
    renewals.release(holder, owner);
  }

  @Override
  public void close() {
    keeping.cancel(false);
  }
}
