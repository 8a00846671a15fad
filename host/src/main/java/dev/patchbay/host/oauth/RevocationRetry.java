package dev.patchbay.host.oauth;

import dev.patchbay.host.startup.HostStarted;
import dev.patchbay.host.time.Chores;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Tells services after a start, and then now and then, what they could not be told before. */
@Singleton
public class RevocationRetry {
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final Revocations revocations;
  private final Chores chores;

  @Inject
  public RevocationRetry(Revocations revocations, Chores chores) {
    this.revocations = revocations;
    this.chores = chores;
  }

  void begin(@Observes HostStarted started) {
    chores.repeat("tell services of revocations", Duration.ZERO, PAUSE, revocations::attemptAll);
  }
}
