package dev.patchbay.host.connection;

/**
 * Fired in the transaction in which a connection began to wait for a person, since the service no
 * longer accepts its grant; once, whoever else notices.
 */
public record ConnectionLost(String tenantId, String connectionId) {}
