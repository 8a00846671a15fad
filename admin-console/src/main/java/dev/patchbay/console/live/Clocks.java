package dev.patchbay.console.live;

import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Where the console reads the time. */
class Clocks {

  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }
}
