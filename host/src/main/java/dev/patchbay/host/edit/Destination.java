package dev.patchbay.host.edit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Where a record is to go.
 *
 * @param collection the id of a collection of the same connection
 */
public record Destination(@NotBlank @Size(max = 40) String collection) {}
