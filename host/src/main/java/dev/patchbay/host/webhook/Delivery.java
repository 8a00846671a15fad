package dev.patchbay.host.webhook;

import java.time.Instant;

/**
 * Something of a connection changed, as a service told it.
 *
 * @param type the type that changed; empty text if it may be any
 * @param hash by which the same delivery is known again
 */
record Delivery(
    String id,
    String tenantId,
    String addressId,
    String connectionId,
    String type,
    String hash,
    Instant receivedAt) {}
