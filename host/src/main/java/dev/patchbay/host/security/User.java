package dev.patchbay.host.security;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.CallerKind;
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

  void protectWith(String newPasswordHash) {
    this.passwordHash = newPasswordHash;
  }

  @Override
  public Caller caller() {
    return new Caller(tenantId, id, name, CallerKind.USER, roles);
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
