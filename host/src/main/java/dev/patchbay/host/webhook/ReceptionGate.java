package dev.patchbay.host.webhook;

import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many webhooks are looked at together: some for each address, so that one that is flooded
 * leaves places to the others, and some in all, so that webhooks leave threads to everybody else.
 * Services come again when they are told to.
 */
@Singleton
class ReceptionGate {
  private static final String IN_ALL = "";
  private static final Duration COME_AGAIN = Duration.ofSeconds(5);

  private final int mostInAll;
  private final int mostPerAddress;
  private final Map<String, Integer> inside = new ConcurrentHashMap<>();

  @Inject
  ReceptionGate(
      @ConfigProperty(name = "patchbay.webhooks.at-once", defaultValue = "64") int mostInAll,
      @ConfigProperty(name = "patchbay.webhooks.at-once-per-address", defaultValue = "32")
          int mostPerAddress) {
    this.mostInAll = mostInAll;
    this.mostPerAddress = mostPerAddress;
  }

  /** Does the work if there is a place in all. */
  <T> T enter(Supplier<T> work) {
    return within(IN_ALL, mostInAll, work);
  }

  /** Does the work if the address has a place. */
  <T> T enter(String addressId, Supplier<T> work) {
    return within(addressId, mostPerAddress, work);
  }

  private <T> T within(String key, int most, Supplier<T> work) {
    if (inside.merge(key, 1, Integer::sum) > most) {
      leave(key);
      throw busy();
    }
    try {
      return work.get();
    } finally {
      leave(key);
    }
  }

  private void leave(String key) {
    inside.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
  }

  static ProblemException busy() {
    return ProblemException.of(
            ProblemType.UNAVAILABLE, "This server takes no more webhooks at the moment.")
        .withRetryAfter(COME_AGAIN);
  }
}
