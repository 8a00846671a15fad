package dev.patchbay.host.event;

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

/** Has old events forgotten every hour while the server runs. */
@Singleton
class EventCare {
  private static final System.Logger LOG = System.getLogger(EventCare.class.getName());

  private final EventLog events;

  @Resource private ManagedScheduledExecutorService timer;
  private Optional<ScheduledFuture<?>> cleaning = Optional.empty();

  @Inject
  EventCare(EventLog events) {
    this.events = events;
  }

  void begin(@Observes HostStarted started) {
    cleaning = Optional.of(timer.scheduleWithFixedDelay(this::clean, 1, 60, TimeUnit.MINUTES));
  }

  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    cleaning.ifPresent(task -> task.cancel(false));
  }

  /** A task that throws would never be called again. */
  private void clean() {
    try {
      events.forget();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Old events could not be forgotten", e);
    }
  }
}
