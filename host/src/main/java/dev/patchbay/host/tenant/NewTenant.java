package dev.patchbay.host.tenant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What it takes to make a tenant. */
public record NewTenant(@NotBlank @Size(max = 200) String name) {}
