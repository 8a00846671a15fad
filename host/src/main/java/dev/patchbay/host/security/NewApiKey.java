package dev.patchbay.host.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What it takes to make an API key. */
public record NewApiKey(@NotBlank @Size(max = 200) String name) {}
