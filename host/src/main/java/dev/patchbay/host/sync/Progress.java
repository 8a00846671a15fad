package dev.patchbay.host.sync;

import java.util.Optional;

/**
 * How far a collection is, to be compared with how far it was.
 *
 * @param tally what the run did so far
 */
record Progress(SyncState state, Tally tally) {

  /**
   * Why nothing was read any further; empty if something was. A cursor that stays where it is says
   * nothing where nothing happens, or where the service has none.
   */
  Optional<String> standstill(Progress before, Optional<String> failure) {
    if (!state.cursor().equals(before.state.cursor()) || state.phase() != before.state.phase()) {
      return Optional.empty();
    }
    return failure.or(
        () ->
            state.cursor().isStart() || changes() == before.changes()
                ? Optional.empty()
                : Optional.of("the service shows changes, and its cursor stays where it was"));
  }

  private long changes() {
    return tally.created() + tally.updated() + tally.deleted();
  }
}
