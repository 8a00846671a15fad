package dev.patchbay.host.security;

import dev.patchbay.api.setting.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** What it takes to let a person in. */
public record NewUser(
    @NotBlank @Size(max = 100) String name,
    @NotNull Secret password,
    @NotEmpty Set<String> roles) {}
