package dev.patchbay.host.sync;

import dev.patchbay.host.startup.HostStarted;
import dev.patchbay.host.time.Chores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Starts the timetable with the server and stops it before the database goes away. */
@Singleton
class SyncLifecycle {
  private final SyncSchedule schedule;
  private final ForgottenTasks forgotten;
  private final Chores chores;
  private boolean begun;

  @Inject
  SyncLifecycle(SyncSchedule schedule, ForgottenTasks forgotten, Chores chores) {
    this.schedule = schedule;
    this.forgotten = forgotten;
    this.chores = chores;
  }

  void begin(@Observes HostStarted started) {
    schedule.start();
    chores.repeat(
        "restore forgotten tasks",
        Duration.ofSeconds(1),
        Duration.ofMinutes(1),
        forgotten::restore);
    begun = true;
  }

  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    if (begun) {
      schedule.close();
    }
  }
}
