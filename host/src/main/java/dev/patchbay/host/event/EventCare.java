package dev.patchbay.host.event;

import dev.patchbay.host.startup.HostStarted;
import dev.patchbay.host.time.Chores;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Has old events forgotten every hour while the server runs. */
@Singleton
class EventCare {
  private final Events events;
  private final Chores chores;

  @Inject
  EventCare(Events events, Chores chores) {
    this.events = events;
    this.chores = chores;
  }

  void begin(@Observes HostStarted started) {
    chores.repeat("forget old events", Duration.ofMinutes(1), Duration.ofHours(1), events::forget);
  }
}
