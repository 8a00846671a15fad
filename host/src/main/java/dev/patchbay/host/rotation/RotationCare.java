package dev.patchbay.host.rotation;

import dev.patchbay.host.security.SigningKeys;
import dev.patchbay.host.startup.HostStarted;
import dev.patchbay.host.time.Chores;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Has rotations go on while the server runs, also one that another node, or a crash, left. */
@Singleton
class RotationCare {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration AFTER_THE_START = Duration.ofMinutes(5);

  private final RotationWork work;
  private final RetiredKeys retired;
  private final SigningKeys signingKeys;
  private final Chores chores;

  @Inject
  RotationCare(RotationWork work, RetiredKeys retired, SigningKeys signingKeys, Chores chores) {
    this.work = work;
    this.retired = retired;
    this.signingKeys = signingKeys;
    this.chores = chores;
  }

  void begin(@Observes HostStarted started) {
    chores.repeat("rotate keys", Duration.ofSeconds(1), Duration.ofSeconds(2), work::run);
    chores.repeat("destroy retired data keys", AFTER_THE_START, HOUR, retired::destroy);
    chores.repeat("forget old signing keys", AFTER_THE_START, HOUR, signingKeys::forgetOld);
  }
}
