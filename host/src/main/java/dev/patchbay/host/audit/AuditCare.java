package dev.patchbay.host.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Has the counts written while the server runs, and when it stops. */
@Singleton
class AuditCare {
  private final TallyWriter writer;

  @Resource private ManagedScheduledExecutorService timer;
  private Optional<ScheduledFuture<?>> ticking = Optional.empty();

  @Inject
  AuditCare(TallyWriter writer) {
    this.writer = writer;
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object context) {
    ticking = Optional.of(timer.scheduleWithFixedDelay(writer::write, 1, 1, TimeUnit.MINUTES));
  }

  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    ticking.ifPresent(
        task -> {
          task.cancel(false);
          writer.close();
        });
  }
}
