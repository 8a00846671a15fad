package dev.patchbay.host.credential;

import java.time.Duration;
import java.time.Instant;

/** When a credential ends by itself: people hear of it early enough to do something. */
public record CredentialEnd(Instant at) {
  /** How long before the end it is announced. */
  public static final Duration NOTICE = Duration.ofDays(14);

  /** Whether it is time to announce it. */
  public boolean isNear(Instant now) {
    return !at.minus(NOTICE).isAfter(now);
  }
}
