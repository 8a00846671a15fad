package dev.patchbay.host.rotation;

import dev.patchbay.host.security.SigningKeys;
import dev.patchbay.host.startup.HostStarted;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Has rotations go on while the server runs, also one that another node, or a crash, left. */
@Singleton
class RotationCare {
  private static final System.Logger LOG = System.getLogger(RotationCare.class.getName());

  private final RotationWork work;
  private final RetiredKeys retired;
  private final SigningKeys signingKeys;
  private final List<ScheduledFuture<?>> tasks = new ArrayList<>();

  @Resource private ManagedScheduledExecutorService timer;

  @Inject
  RotationCare(RotationWork work, RetiredKeys retired, SigningKeys signingKeys) {
    this.work = work;
    this.retired = retired;
    this.signingKeys = signingKeys;
  }

  void begin(@Observes HostStarted started) {
    tasks.add(timer.scheduleWithFixedDelay(guarded(work::run), 1, 2, TimeUnit.SECONDS));
    tasks.add(timer.scheduleWithFixedDelay(guarded(retired::destroy), 5, 60, TimeUnit.MINUTES));
    tasks.add(
        timer.scheduleWithFixedDelay(guarded(signingKeys::forgetOld), 5, 60, TimeUnit.MINUTES));
  }

  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    tasks.forEach(task -> task.cancel(false));
  }

  /** A task that throws would never be called again. */
  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "A rotation of keys was interrupted and will go on", e);
      }
    };
  }
}
