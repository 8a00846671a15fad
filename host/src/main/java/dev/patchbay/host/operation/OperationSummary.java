package dev.patchbay.host.operation;

import java.time.Instant;

/**
 * One logged exchange with a service.
 *
 * @param at when it began
 * @param connectionId absent for what a plugin does in its own name, such as exchanging tokens
 * @param runId the sync run that it was part of, if it was
 * @param callId the same for all exchanges of one call to the plugin, its repetitions included
 * @param path without query
 * @param status the answer's HTTP status; absent if there was no answer
 * @param category the failure category that status or failure stand for; absent for a success
 * @param outcome {@code answered}, or why there was no whole answer
 * @param milliseconds from the call until the answer was read or given up
 * @param bytes of the answer's body that were read
 */
public record OperationSummary(
    String id,
    Instant at,
    String plugin,
    String connectionId,
    String runId,
    String callId,
    String method,
    String host,
    String path,
    Integer status,
    String category,
    String outcome,
    long milliseconds,
    long bytes) {}
