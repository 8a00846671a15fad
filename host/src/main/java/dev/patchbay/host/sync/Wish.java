package dev.patchbay.host.sync;

import java.util.Optional;

/**
 * What somebody wants of a run.
 *
 * @param confirmedPlan the hash of the plan that a person saw and confirmed, or {@code *} for
 *     whatever the plan is
 */
record Wish(Direction direction, PullKind kind, Optional<String> confirmedPlan) {

  static Wish pull(PullKind kind) {
    return new Wish(Direction.PULL, kind, Optional.empty());
  }

  static Wish both() {
    return new Wish(Direction.BOTH, PullKind.INCREMENTAL, Optional.empty());
  }
}
