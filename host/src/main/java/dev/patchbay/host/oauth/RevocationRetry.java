package dev.patchbay.host.oauth;

import dev.patchbay.host.startup.HostStarted;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Tells services after a start what they could not be told before it. */
@Singleton
public class RevocationRetry {
  private final Revocations revocations;

  @Resource private ManagedExecutorService executor;

  @Inject
  public RevocationRetry(Revocations revocations) {
    this.revocations = revocations;
  }

  void retry(@Observes HostStarted started) {
    executor.execute(revocations::attemptAll);
  }
}
