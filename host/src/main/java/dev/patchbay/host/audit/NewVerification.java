package dev.patchbay.host.audit;

import jakarta.validation.Valid;

/**
 * A wish to have a chain verified.
 *
 * @param scope {@code tenant} or {@code server}; absent, the one that the caller may see
 * @param head an end that the chain once had; absent if none was kept
 */
public record NewVerification(String scope, @Valid ChainHead head) {}
