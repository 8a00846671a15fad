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
 * @param scopes what a program may do within its roles; no bound for a person
 * @param generation counts a person's passwords, so that a new one ends the tokens of the old
 */
public record Caller(
    String tenantId,
    String subject,
    String name,
    CallerKind kind,
    Set<String> roles,
    Set<Scope> scopes,
    int generation) {

  public Caller {
    Objects.requireNonNull(tenantId, "A caller without tenant");
    Objects.requireNonNull(subject, "A caller without subject");
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
  }

  /** Somebody whom roles alone bind. */
  public static Caller user(String tenantId, String subject, String name, Set<String> roles) {
    return new Caller(tenantId, subject, name, CallerKind.USER, roles, Set.of(), 0);
  }

  /** An API key. */
  public static Caller key(
      String tenantId, String subject, String name, Set<String> roles, Set<Scope> scopes) {
    return new Caller(tenantId, subject, name, CallerKind.API_KEY, roles, scopes, 0);
  }

  /** The same program with other scopes. */
  public Caller within(Set<Scope> others) {
    return new Caller(tenantId, subject, name, kind, roles, others, generation);
  }

  /** The same person with so many passwords before this one. */
  public Caller after(int passwords) {
    return new Caller(tenantId, subject, name, kind, roles, scopes, passwords);
  }

  public boolean isPerson() {
    return kind == CallerKind.USER;
  }

  public boolean hasRole(String role) {
    return roles.contains(role);
  }
}
