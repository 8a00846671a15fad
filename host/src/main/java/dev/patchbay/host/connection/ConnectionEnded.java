package dev.patchbay.host.connection;

/**
 * Fired in the transaction in which a connection was disconnected, so that its records can go in
 * the same commit.
 */
public record ConnectionEnded(String tenantId, String connectionId, RecordDisposal records) {}
