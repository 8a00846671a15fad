package dev.patchbay.host.operation;

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

/** Has the log written every second and cleaned every hour while the server runs. */
@Singleton
class OperationCare {

  private static final System.Logger LOG = System.getLogger(OperationCare.class.getName());

  private final OperationWriter writer;
  private final List<ScheduledFuture<?>> tasks = new ArrayList<>();

  @Resource private ManagedScheduledExecutorService timer;

  @Inject
  OperationCare(OperationWriter writer) {
    this.writer = writer;
  }

  void begin(@Observes HostStarted started) {
    tasks.add(timer.scheduleWithFixedDelay(guarded(writer::write), 1, 1, TimeUnit.SECONDS));
    tasks.add(timer.scheduleWithFixedDelay(guarded(writer::forget), 1, 60, TimeUnit.MINUTES));
  }

  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    if (!tasks.isEmpty()) {
      tasks.forEach(task -> task.cancel(false));
      writer.close();
    }
  }

  /** A task that throws would never be called again. */
  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "The operation log has a defect", e);
      }
    };
  }
}
