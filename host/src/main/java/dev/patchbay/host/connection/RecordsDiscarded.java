package dev.patchbay.host.connection;

/**
 * Fired in the transaction in which the records of a connection that ended before, and that were
 * kept then, are given up after all.
 */
public record RecordsDiscarded(String tenantId, String connectionId) {}
