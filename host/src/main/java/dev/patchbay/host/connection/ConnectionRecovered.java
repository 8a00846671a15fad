package dev.patchbay.host.connection;

/**
 * Fired in the transaction in which a connection that waited for a person was found to work again
 * without one.
 */
public record ConnectionRecovered(String tenantId, String connectionId) {}
