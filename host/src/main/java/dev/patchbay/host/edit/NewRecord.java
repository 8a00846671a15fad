package dev.patchbay.host.edit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * A record as the CRM has it.
 *
 * @param crmId the CRM's own id of it; the record that has it already is changed
 * @param collection where a new one goes; the primary collection if nothing is said
 * @param data properties of the standard schema; those of a known record that are not mentioned
 *     stay as they are, and null removes one
 */
public record NewRecord(
    @NotBlank @Size(max = 200) String crmId,
    @Size(max = 40) String collection,
    @NotNull Map<String, Object> data) {}
