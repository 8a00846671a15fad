package dev.patchbay.host.edit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.patchbay.host.merge.Policy;
import dev.patchbay.host.merge.Winner;
import java.time.Instant;

/**
 * A field that both sides edited, as the API tells it: one that waits for a person, or how it was
 * decided.
 *
 * @param title what a person knows the record by, or null
 * @param path where the field is, as in a PatchObject; empty for the record as a whole, which one
 *     side deleted and the other edited
 * @param crm the CRM's value as JSON, or null if it removed the field
 * @param service the service's value as JSON, or null if it removed the field
 */
public record Conflict(
    String id,
    String connectionId,
    String type,
    String recordId,
    String title,
    String path,
    Policy policy,
    Winner winner,
    @JsonRawValue String crm,
    @JsonRawValue String service,
    Instant noticedAt,
    Instant decidedAt,
    String decidedBy) {}
