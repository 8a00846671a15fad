package dev.patchbay.host.security;

import dev.patchbay.api.setting.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person's name and password. */
public record LoginRequest(
    @NotBlank @Size(max = 100) String username,
    @NotNull @Schema(implementation = String.class, format = "password") Secret password) {}
