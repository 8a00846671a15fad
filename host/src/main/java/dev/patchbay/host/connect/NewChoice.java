package dev.patchbay.host.connect;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The integration that a person has chosen on the hosted page. */
public record NewChoice(@NotBlank @Size(max = 40) String integrationId) {}
