package dev.patchbay.host.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Tells time in what both databases can keep, so that a value reads back equal. The JDK's own
 * ticking clock divides by zero in {@code millis()} below a millisecond.
 */
final class MicrosecondClock extends Clock {
  private final Clock source;

  MicrosecondClock(Clock source) {
    this.source = source;
  }

  @Override
  public Instant instant() {
    return source.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return source.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new MicrosecondClock(source.withZone(zone));
  }
}
