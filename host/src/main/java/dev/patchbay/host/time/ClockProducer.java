package dev.patchbay.host.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Offers the server's clock for injection, so that tests can bring their own. */
public class ClockProducer {

  @Produces
  @Singleton
  Clock clock() {
    return new MicrosecondClock(Clock.systemUTC());
  }
}
