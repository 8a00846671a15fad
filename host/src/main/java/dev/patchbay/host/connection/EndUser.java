package dev.patchbay.host.connection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The person of the tenant for whom a connection is made.
 *
 * @param id the CRM's own id of the person
 * @param name how the CRM knows the person; may be null
 */
public record EndUser(@NotBlank @Size(max = 200) String id, @Size(max = 200) String name) {}
