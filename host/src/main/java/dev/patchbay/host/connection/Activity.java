package dev.patchbay.host.connection;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What has been synced over a connection.
 *
 * @param records how many records of each type there are
 * @param stalled why it gets nowhere, if it does not
 */
public record Activity(
    Optional<LastRun> lastRun, Map<String, Long> records, Optional<String> stalled) {

  public Activity {
    records = Map.copyOf(records);
  }

  /** Nothing yet. */
  public static Activity none() {
    return new Activity(Optional.empty(), Map.of(), Optional.empty());
  }

  /**
   * The newest sync run.
   *
   * @param finishedAt null while it has not finished
   */
  public record LastRun(String id, String state, Instant finishedAt) {}
}
