package dev.patchbay.host.audit;

import dev.patchbay.host.time.Chores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Has the counts written while the server runs, and when it stops. */
@Singleton
class AuditCare {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TallyWriter writer;
  private final Chores chores;
  private boolean begun;

  @Inject
  AuditCare(TallyWriter writer, Chores chores) {
    this.writer = writer;
    this.chores = chores;
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object context) {
    chores.repeat("write the counts of the audit", MINUTE, MINUTE, writer::write);
    begun = true;
  }

  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    if (begun) {
      writer.close();
    }
  }
}
