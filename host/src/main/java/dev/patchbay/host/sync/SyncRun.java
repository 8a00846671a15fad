package dev.patchbay.host.sync;

import java.time.Instant;

/**
 * One execution of a sync, as its row tells it.
 *
 * @param full whether everything is read again
 * @param attempts how often it was begun since it last got further
 * @param waitingUntil when it goes on, if the service asked to wait or could not be reached; null
 *     if it is not waiting
 * @param startedAt null while it is queued
 * @param finishedAt null until it is in its final state
 * @param awaitedPlan the hash of the plan that a person has to confirm; null if none has to
 */
public record SyncRun(
    String id,
    String tenantId,
    String connectionId,
    String type,
    Direction direction,
    boolean full,
    RunState state,
    int attempts,
    Instant waitingUntil,
    RunReport report,
    Instant queuedAt,
    Instant startedAt,
    Instant finishedAt,
    String awaitedPlan) {

  /** When something last happened to it. */
  public Instant timestamp() {
    if (finishedAt != null) {
      return finishedAt;
    }
    return startedAt == null ? queuedAt : startedAt;
  }
}
