package dev.patchbay.host.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts by the hour what happens too often to be told one by one. What was counted when a node
 * dies is lost with it.
 */
@Singleton
public class Tally {
  private static final int MOST = 200_000;

  private final Clock clock;
  private final Map<Key, Long> counts = new HashMap<>();

  @Inject
  public Tally(Clock clock) {
    this.clock = clock;
  }

  /** Counts once more, and tells whether it is the first time in this hour. */
  synchronized boolean count(Deed deed) {
    Key key = new Key(hour(), deed);
    if (counts.size() >= MOST && !counts.containsKey(key)) {
      return false;
    }
    return counts.merge(key, 1L, Long::sum) == 1;
  }

  /** Takes out what was counted in hours that are over; or everything. */
  synchronized Map<String, List<Deed>> take(boolean everything) {
    Instant now = hour();
    Map<String, List<Deed>> taken = new HashMap<>();
    counts
        .entrySet()
        .removeIf(
            entry -> {
              boolean over = everything || entry.getKey().hour().isBefore(now);
              if (over) {
                Deed deed = entry.getKey().counted(entry.getValue());
                taken.computeIfAbsent(deed.chain(), chain -> new ArrayList<>()).add(deed);
              }
              return over;
            });
    return taken;
  }

  private Instant hour() {
    return clock.instant().truncatedTo(ChronoUnit.HOURS);
  }

  private record Key(Instant hour, Deed deed) {
    Deed counted(long times) {
      return deed.with("hour", hour.toString()).with("times", Long.toString(times));
    }
  }
}
