package dev.patchbay.host.security;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.persistence.TextSetConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;

/** A person who signs in to the console. The name is unique on the server, not per tenant. */
@Entity
@Table(name = "app_user")
public class User implements Subject {
  static final String PREFIX = "usr";

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  @Convert(converter = TextSetConverter.class)
  private Set<String> roles;

  private boolean disabled;
  private int generation;

  @Column(name = "created_at")
  private Instant createdAt;

  /** For JPA. */
  protected User() {}

  User(String id, String tenantId, String name, Set<String> roles, Instant createdAt) {
    this.id = id;
    this.tenantId = tenantId;
    this.name = name;
    this.roles = Set.copyOf(roles);
    this.createdAt = createdAt;
  }

  /** Takes a new password; the tokens that were made for the old one end. */
  void protectWith(String newPasswordHash) {
    this.generation += passwordHash == null ? 0 : 1;
    this.passwordHash = newPasswordHash;
  }

  void play(Set<String> newRoles) {
    this.roles = Set.copyOf(newRoles);
  }

  /** Shuts the person out until somebody lets them in again. */
  void disable(boolean out) {
    this.disabled = out;
  }

  boolean isDisabled() {
    return disabled;
  }

  @Override
  public Caller caller() {
    return Caller.user(tenantId, id, name, roles).after(generation);
  }

  String tenantId() {
    return tenantId;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  String passwordHash() {
    return passwordHash;
  }

  Set<String> roles() {
    return roles;
  }

  Instant createdAt() {
    return createdAt;
  }
}
