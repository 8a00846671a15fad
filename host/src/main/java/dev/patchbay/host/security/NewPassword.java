package dev.patchbay.host.security;

import dev.patchbay.api.setting.Secret;
import jakarta.validation.constraints.NotNull;

/** The password that an admin gives somebody who has forgotten theirs. */
public record NewPassword(@NotNull Secret password) {}
