package dev.patchbay.host.sync;

import java.util.Optional;

/**
 * What a run is to do, all wishes together.
 *
 * @param pushWishes how often somebody wanted edits to be sent: each wish is for those of its time
 * @param confirmedPlan the hash of the plan that was confirmed, or {@code *} for any
 */
record Wanted(Direction direction, int pushWishes, Optional<String> confirmedPlan) {
  static final String ANY_PLAN = "*";

  boolean confirms(String plan) {
    return confirmedPlan.filter(hash -> hash.equals(ANY_PLAN) || hash.equals(plan)).isPresent();
  }
}
