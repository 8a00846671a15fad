package dev.patchbay.host.security;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.persistence.TextSetConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
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

  private String issuer;

  @Column(name = "external_subject")
  private String externalSubject;

  @Column(name = "awaited_email")
  private String awaitedEmail;

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

  /** Lets this person in as the one whom an issuer knows by that name. */
  void isKnownTo(String newIssuer, String subject) {
    this.issuer = newIssuer;
    this.externalSubject = subject;
    this.awaitedEmail = null;
  }

  /** Lets the next one in as this person whom the tenant's issuer vouches to have that address. */
  void await(String email) {
    this.issuer = null;
    this.externalSubject = null;
    this.awaitedEmail = email;
  }

  /** Lets nobody in as this person any more but with a password. */
  void unlink() {
    await(null);
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

  /** Empty for those who never had a password. */
  Optional<String> passwordHash() {
    return Optional.ofNullable(passwordHash);
  }

  Optional<String> issuer() {
    return Optional.ofNullable(issuer);
  }

  Optional<String> externalSubject() {
    return Optional.ofNullable(externalSubject);
  }

  Optional<String> awaitedEmail() {
    return Optional.ofNullable(awaitedEmail);
  }

  boolean isServerAdmin() {
    return roles.contains(Roles.SERVER_ADMIN);
  }

  Set<String> roles() {
    return roles;
  }

  Instant createdAt() {
    return createdAt;
  }
}
