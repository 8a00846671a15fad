package dev.patchbay.host.connection;

import java.time.Instant;

/**
 * When something that was typed in ends by itself.
 *
 * @param endsAt null if it does not, or nobody knows
 */
public record ExpectedEnd(Instant endsAt) {}
