package dev.patchbay.host.connection;

/**
 * Fired before a connection is disconnected and outside of any transaction, for what can only be
 * said to the service while its grant is there. Whoever observes it must be quick and not fail.
 */
public record ConnectionEnding(String tenantId, String connectionId) {}
