package dev.patchbay.host.operation;

import dev.patchbay.host.egress.Exchange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Adds up all exchanges by the minute until they are written. */
@Singleton
public class Counts {

  private final Clock clock;
  private Map<Tally.Key, Tally> tallies = new HashMap<>();

  @Inject
  public Counts(Clock clock) {
    this.clock = clock;
  }

  synchronized void add(Exchange exchange) {
    var key = Tally.Key.of(exchange, clock.instant().truncatedTo(ChronoUnit.MINUTES));
    tallies.computeIfAbsent(key, first -> new Tally()).add(exchange);
  }

  /** Takes out everything that was added up. */
  synchronized Map<Tally.Key, Tally> take() {
    var taken = tallies;
    tallies = new HashMap<>();
    return taken;
  }

  /** Gives back what could not be written. */
  synchronized void giveBack(Map<Tally.Key, Tally> taken) {
    taken.forEach((key, tally) -> tallies.computeIfAbsent(key, first -> new Tally()).add(tally));
  }
}
