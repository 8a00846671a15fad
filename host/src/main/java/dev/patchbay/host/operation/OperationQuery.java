package dev.patchbay.host.operation;

import java.time.Instant;
import java.util.Optional;

/**
 * Which operations of a tenant are wanted.
 *
 * @param from none that began earlier
 * @param to none that began then or later
 */
record OperationQuery(
    String tenantId,
    Optional<String> connection,
    Optional<String> run,
    Optional<String> category,
    Optional<Instant> from,
    Optional<Instant> to) {}
