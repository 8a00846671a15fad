package dev.patchbay.host.security;

import dev.patchbay.api.setting.Secret;
import jakarta.validation.constraints.NotNull;

/** The password that is known and the one to come. */
public record PasswordChange(@NotNull Secret currentPassword, @NotNull Secret password) {}
