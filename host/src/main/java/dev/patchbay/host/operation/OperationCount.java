package dev.patchbay.host.operation;

/**
 * How many exchanges there were, those that were not kept one by one included.
 *
 * @param connectionId absent for what a plugin does in its own name
 * @param category absent for successes
 * @param exchanges how many
 * @param milliseconds how long they took together
 * @param bytes how much was read together
 */
public record OperationCount(
    String plugin,
    String connectionId,
    String category,
    long exchanges,
    long milliseconds,
    long bytes) {}
