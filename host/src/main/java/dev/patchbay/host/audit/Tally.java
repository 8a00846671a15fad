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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts by the hour what happens too often to be told one by one; those who count do not wait for
 * each other. What was counted when a node dies is lost with it.
 */
@Singleton
public class Tally {
  private static final int MOST = 200_000;

  private final Clock clock;
  private final ConcurrentMap<Key, Long> counts = new ConcurrentHashMap<>();

  @Inject
  public Tally(Clock clock) {
    this.clock = clock;
  }

  /** Counts once more, and tells whether it is the first time in this hour. */
  boolean count(Deed deed) {
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
    for (Key key : counts.keySet()) {
      if (everything || key.hour().isBefore(now)) {
        Deed deed = key.counted(counts.remove(key));
        taken.computeIfAbsent(deed.chain(), chain -> new ArrayList<>()).add(deed);
      }
    }
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
