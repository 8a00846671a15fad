package dev.patchbay.host.sync;

import java.time.Instant;
import java.util.List;

/**
 * What the API tells of a sync run.
 *
 * @param success whether it came to its end and read everything
 * @param itemsProcessed how many items were read
 * @param timestamp when something last happened to it
 * @param waitingUntil when it goes on, while the service has it wait
 * @param conflicts how many fields it found edited on both sides, decided ones included; null where
 *     they were not counted
 */
public record SyncRunSummary(
    String id,
    String connectionId,
    String type,
    Direction direction,
    RunState state,
    boolean success,
    long itemsProcessed,
    long created,
    long updated,
    long deleted,
    long unchanged,
    long failed,
    List<RunError> errors,
    Instant timestamp,
    Instant queuedAt,
    Instant startedAt,
    Instant finishedAt,
    Instant waitingUntil,
    String currentCollection,
    Sent sent,
    String awaitedPlan,
    Long conflicts) {

  static SyncRunSummary of(SyncRun run) {
    Tally tally = run.report().tally();
    return new SyncRunSummary(
        run.id(),
        run.connectionId(),
        run.type(),
        run.direction(),
        run.state(),
        run.state() == RunState.SUCCEEDED,
        run.report().processed(),
        tally.created(),
        tally.updated(),
        tally.deleted(),
        tally.unchanged(),
        tally.failed(),
        run.report().errors(),
        run.timestamp(),
        run.queuedAt(),
        run.startedAt(),
        run.finishedAt(),
        run.waitingUntil(),
        run.report().currentCollection().orElse(null),
        run.report().sent(),
        run.awaitedPlan(),
        null);
  }

  /** The same, with how many fields it found edited on both sides. */
  SyncRunSummary met(long number) {
    return new SyncRunSummary(
        id,
        connectionId,
        type,
        direction,
        state,
        success,
        itemsProcessed,
        created,
        updated,
        deleted,
        unchanged,
        failed,
        errors,
        timestamp,
        queuedAt,
        startedAt,
        finishedAt,
        waitingUntil,
        currentCollection,
        sent,
        awaitedPlan,
        number);
  }
}
