package dev.patchbay.host.edit;

import dev.patchbay.host.merge.Policy;
import jakarta.validation.constraints.NotNull;

/**
 * How a type of a connection is kept in sync.
 *
 * @param policy who wins where both sides edited the same field
 */
public record SyncSettings(@NotNull Policy policy) {}
