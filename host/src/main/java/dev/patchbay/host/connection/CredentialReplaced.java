package dev.patchbay.host.connection;

/** Fired in the transaction in which what was typed in for a connection was replaced. */
public record CredentialReplaced(String tenantId, String connectionId) {}
