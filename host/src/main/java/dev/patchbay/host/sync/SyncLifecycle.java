package dev.patchbay.host.sync;

import dev.patchbay.host.startup.HostStarted;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Starts the timetable with the server and stops it before the database goes away. */
@Singleton
class SyncLifecycle {
  private static final long SECONDS_BETWEEN_LOOKS = 60;

  private final SyncSchedule schedule;
  private final ForgottenTasks forgotten;

  @Resource private ManagedScheduledExecutorService timer;

  private ScheduledFuture<?> care;

  @Inject
  SyncLifecycle(SyncSchedule schedule, ForgottenTasks forgotten) {
    this.schedule = schedule;
    this.forgotten = forgotten;
  }

  void begin(@Observes HostStarted started) {
    schedule.start();
    care =
        timer.scheduleWithFixedDelay(
            forgotten::restore, 1, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
  }

  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    if (care != null) {
      care.cancel(false);
      schedule.close();
    }
  }
}
