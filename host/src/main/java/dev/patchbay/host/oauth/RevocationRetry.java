package dev.patchbay.host.oauth;

import dev.patchbay.host.startup.HostStarted;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Tells services after a start, and then now and then, what they could not be told before. */
@Singleton
public class RevocationRetry {
  private static final System.Logger LOG = System.getLogger(RevocationRetry.class.getName());
  private static final int MINUTES_BETWEEN = 10;

  private final Revocations revocations;

  @Resource private ManagedScheduledExecutorService timer;
  private Optional<ScheduledFuture<?>> retrying = Optional.empty();

  @Inject
  public RevocationRetry(Revocations revocations) {
    this.revocations = revocations;
  }

  void begin(@Observes HostStarted started) {
    retrying =
        Optional.of(
            timer.scheduleWithFixedDelay(this::retry, 0, MINUTES_BETWEEN, TimeUnit.MINUTES));
  }

  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    retrying.ifPresent(task -> task.cancel(false));
  }

  /** A task that throws would never be called again. */
  private void retry() {
    try {
      revocations.attemptAll();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Revocations wait for the database", e);
    }
  }
}
