package dev.patchbay.host.edit;

import java.time.Instant;
import java.util.List;

/**
 * An edit that waits for a person, as the API tells it.
 *
 * @param title what a person knows the record by, or null
 * @param state {@code QUARANTINED} or {@code OUTCOME_UNKNOWN}
 * @param category the failure category, or null if it is none of the six
 * @param reason the service's own words
 * @param changes what the edit would make of each field
 */
public record QuarantinedEdit(
    String recordId,
    String type,
    String title,
    EditKind kind,
    EditState state,
    String category,
    String reason,
    Instant editedAt,
    List<FieldChange> changes) {}
