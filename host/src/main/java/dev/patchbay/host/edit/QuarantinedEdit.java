package dev.patchbay.host.edit;

import java.time.Instant;

/**
 * An edit that waits for a person, as the API tells it.
 *
 * @param state {@code QUARANTINED} or {@code OUTCOME_UNKNOWN}
 * @param category the failure category, or null if it is none of the six
 * @param reason the service's own words
 */
public record QuarantinedEdit(
    String recordId,
    String type,
    EditKind kind,
    EditState state,
    String category,
    String reason,
    Instant editedAt) {}
