package dev.patchbay.host.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes wrong by as much as it is told to. */
final class SkewedClock extends Clock {
  private volatile Duration skew = Duration.ZERO;

  void goWrongBy(Duration error) {
    skew = error;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(skew);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
