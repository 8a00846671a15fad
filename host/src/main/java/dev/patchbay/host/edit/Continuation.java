package dev.patchbay.host.edit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * From where on a series is to be another one.
 *
 * @param from the recurrenceId of an occurrence: its start by the rule, in the local time of the
 *     series, or its day if the series is of whole days
 * @param changes a PatchObject (RFC 8984, section 1.4.9) for that occurrence and all later ones
 */
public record Continuation(
    @NotBlank @Size(max = 30) String from, @NotNull Map<String, Object> changes) {}
