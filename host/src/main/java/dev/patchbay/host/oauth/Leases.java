package dev.patchbay.host.oauth;

import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.credential.Renewals;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The leases of this node. A lease is short, so that nobody waits long for a node that died, and
 * while its owner waits for the service it is prolonged, so that a slow service is asked once. The
 * thread that does it is idle most of the time and ends when there is nothing to do.
 */
@Singleton
public class Leases {
  /** Far less than what others wait for a renewal. */
  static final Duration TERM = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final String node = UUID.randomUUID().toString();
  private final AtomicLong number = new AtomicLong();
  private final Renewals renewals;
  private final Duration term;
  private final Duration pause;
  private final ScheduledThreadPoolExecutor timer;

  @Inject
  public Leases(Renewals renewals) {
    this(renewals, TERM, PAUSE);
  }

  Leases(Renewals renewals, Duration term, Duration pause) {
    this.renewals = renewals;
    this.term = term;
    this.pause = pause;
    this.timer = new ScheduledThreadPoolExecutor(1, Leases::thread);
    timer.setKeepAliveTime(term.toMillis(), TimeUnit.MILLISECONDS);
    timer.allowCoreThreadTimeOut(true);
    timer.setRemoveOnCancelPolicy(true);
  }

  /**
   * Takes the right to renew this version, if it is free and the version is the one that is kept.
   */
  Optional<Lease> take(Holder holder, long version) {
    var owner = node + "-" + number.incrementAndGet();
    return renewals
        .lease(holder, version, owner, term)
        .map(kept -> keptAlive(new Lease(holder, owner, kept, renewals)));
  }

  private Lease keptAlive(Lease lease) {
    lease.keptBy(
        timer.scheduleWithFixedDelay(
            () -> lease.prolong(term), pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS));
    return lease;
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "token-leases");
    thread.setDaemon(true);
    return thread;
  }

  @PreDestroy
  void end() {
    timer.shutdownNow();
  }
}
