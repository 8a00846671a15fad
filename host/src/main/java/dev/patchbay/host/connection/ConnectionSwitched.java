package dev.patchbay.host.connection;

/** Fired in the transaction in which a connection was paused or resumed. */
public record ConnectionSwitched(String tenantId, String connectionId) {}
