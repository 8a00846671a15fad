package dev.patchbay.host.security;

import jakarta.validation.constraints.Size;
import java.util.Set;

/** What an admin changes of an account; what is left out stays as it is. */
public record UserChange(@Size(min = 1) Set<String> roles, Boolean disabled) {}
