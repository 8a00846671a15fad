package dev.patchbay.host.sso;

import dev.patchbay.host.security.ClientNetwork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many sign-ins an address may begin, of IPv6 a network. Each leaves a row behind for some
 * minutes, and nothing that a stranger would have to know holds one back. Every node counts for
 * itself, since it is its own work that it guards; so many at once that the people of a company
 * behind one address all come in.
 */
@Singleton
class StartLimit {
  static final int AT_ONCE = 60;
  static final Duration ONE_MORE = Duration.ofSeconds(1);

  private static final int MOST_ADDRESSES = 10_000;

  private final Clock clock;

  /** When an address has all its starts again. */
  private final Map<String, Instant> whole =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  @Inject
  StartLimit(Clock clock) {
    this.clock = clock;
  }

  /** Counts a start, if this address has one left. */
  synchronized boolean admits(String address) {
    Instant now = clock.instant();
    String network = ClientNetwork.of(address);
    Instant before = whole.getOrDefault(network, now);
    Instant after = (before.isAfter(now) ? before : now).plus(ONE_MORE);
    if (after.isAfter(now.plus(ONE_MORE.multipliedBy(AT_ONCE)))) {
      return false;
    }
    whole.put(network, after);
    return true;
  }
}
