package dev.patchbay.host.oauth;

import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.credential.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Grants that a service has just called dead. Calls that were on their way ask for them one after
 * the other, and each would present the same refresh token again, as a thief does.
 */
final class DeadGrants {
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private final ConcurrentMap<Holder, Death> deaths = new ConcurrentHashMap<>();
  private final Clock clock;

  DeadGrants(Clock clock) {
    this.clock = clock;
  }

  void remember(Holder holder, Kept kept, ReauthorizationNeeded why) {
    var until = clock.instant().plus(REMEMBERED);
    deaths.put(holder, new Death(kept.version(), why.getMessage(), until));
  }

  /**
   * @throws ReauthorizationNeeded in the service's words, if it is this version that is dead
   */
  void requireAlive(Holder holder, Kept kept) {
    var death = deaths.get(holder);
    if (death == null) {
      return;
    }
    if (death.version() == kept.version() && clock.instant().isBefore(death.until())) {
      throw new ReauthorizationNeeded(death.words());
    }
    deaths.remove(holder, death);
  }

  private record Death(long version, String words, Instant until) {}
}
