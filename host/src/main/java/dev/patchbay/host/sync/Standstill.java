package dev.patchbay.host.sync;

import java.util.Optional;

/**
 * In how many runs in a row a collection was read no further.
 *
 * @param runId the last of these; what is tried again within one run is the same run
 */
record Standstill(int runs, Optional<String> runId) {
  static final Standstill NONE = new Standstill(0, Optional.empty());

  Standstill after(String run, boolean stoodStill) {
    if (!stoodStill) {
      return NONE;
    }
    return runId.filter(run::equals).isPresent()
        ? this
        : new Standstill(runs + 1, Optional.of(run));
  }
}
