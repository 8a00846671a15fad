package dev.patchbay.host.caller;

import java.util.Objects;
import java.util.Set;

/**
 * Who makes this request.
 *
 * @param tenantId the tenant that every row this call sees belongs to
 * @param subject the id of the user or API key
 * @param name what people call the subject
 * @param kind whether a person or a program calls
 * @param roles the names in {@link Roles} that it has
 */
public record Caller(
    String tenantId, String subject, String name, CallerKind kind, Set<String> roles) {

  public Caller {
    Objects.requireNonNull(tenantId, "A caller without tenant");
    Objects.requireNonNull(subject, "A caller without subject");
    roles = Set.copyOf(roles);
  }

  public boolean hasRole(String role) {
    return roles.contains(role);
  }
}
