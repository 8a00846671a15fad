package dev.patchbay.host.operation;

import dev.patchbay.host.startup.HostStarted;
import dev.patchbay.host.time.Chores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Has the log written every second and cleaned every hour while the server runs. */
@Singleton
class OperationCare {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final OperationWriter writer;
  private final Chores chores;
  private boolean begun;

  @Inject
  OperationCare(OperationWriter writer, Chores chores) {
    this.writer = writer;
    this.chores = chores;
  }

  void begin(@Observes HostStarted started) {
    chores.repeat("write the operation log", SECOND, SECOND, writer::write);
    chores.repeat(
        "clean the operation log", Duration.ofMinutes(1), Duration.ofHours(1), writer::forget);
    begun = true;
  }

  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    if (begun) {
      writer.close();
    }
  }
}
