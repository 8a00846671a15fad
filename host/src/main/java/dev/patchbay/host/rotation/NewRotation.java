package dev.patchbay.host.rotation;

import jakarta.validation.constraints.NotNull;

/** A wish to replace keys. */
public record NewRotation(@NotNull RotationKind kind) {}
