package dev.patchbay.host.connection;

import java.time.Instant;

/**
 * Fired in the transaction in which it is announced that a connection's credential ends by itself;
 * once for each end, whichever node notices.
 */
public record CredentialEnding(String tenantId, String connectionId, Instant endsAt) {}
