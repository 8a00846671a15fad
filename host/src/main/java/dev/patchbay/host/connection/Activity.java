package dev.patchbay.host.connection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has been synced over a connection.
 *
 * @param types what is kept in sync; empty if there is nothing to pull
 * @param records how many records of each type there are
 * @param stalled why it gets nowhere, if it does not
 */
public record Activity(
    List<String> types,
    Optional<LastRun> lastRun,
    Map<String, Long> records,
    Optional<String> stalled) {

  public Activity {
    types = List.copyOf(types);
    records = Map.copyOf(records);
  }

  /** Nothing yet. */
  public static Activity none() {
    return new Activity(List.of(), Optional.empty(), Map.of(), Optional.empty());
  }

  /**
   * The newest sync run.
   *
   * @param finishedAt null while it has not finished
   */
  public record LastRun(String id, String state, Instant finishedAt) {}
}
