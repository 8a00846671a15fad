package dev.patchbay.host.record;

import dev.patchbay.host.startup.HostStarted;
import dev.patchbay.host.time.Chores;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps deletions in the feed for as long as a CRM may be away, and no longer. */
@Singleton
public class RecordCare {
  private final Tombstones tombstones;
  private final Duration kept;
  private final Chores chores;
  private final Clock clock;

  @Inject
  public RecordCare(
      Tombstones tombstones,
      @ConfigProperty(name = "patchbay.tombstones.days", defaultValue = "30") int days,
      Chores chores,
      Clock clock) {
    this.tombstones = tombstones;
    this.kept = Duration.ofDays(days);
    this.chores = chores;
    this.clock = clock;
  }

  void begin(@Observes HostStarted started) {
    chores.repeat(
        "forget old tombstones", Duration.ofMinutes(5), Duration.ofHours(6), this::forget);
  }

  void forget() {
    tombstones.forget(clock.instant().minus(kept));
  }
}
