package dev.patchbay.host.connection;

/**
 * Fired in the transaction in which an account was connected, for the first time or again. What
 * needs the committed connection observes it after success.
 */
public record ConnectionEstablished(String tenantId, String connectionId) {}
