package dev.patchbay.host.connection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What can be changed of a connection. */
public record ConnectionChange(@NotBlank @Size(max = 200) String name) {}
