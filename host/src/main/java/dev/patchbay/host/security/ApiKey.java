package dev.patchbay.host.security;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.persistence.TextSetConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;

/** A program's way in: a client id and a secret of which only the hash is kept. */
@Entity
@Table(name = "api_key")
public class ApiKey implements Subject {
  static final String PREFIX = "key";

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  private String name;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "secret_hash")
  private String secretHash;

  @Convert(converter = TextSetConverter.class)
  private Set<String> roles;

  @Convert(converter = TextSetConverter.class)
  private Set<String> scopes;

  @Column(name = "created_at")
  private Instant createdAt;

  /** For JPA. */
  protected ApiKey() {}

  ApiKey(String id, String tenantId, String name, Set<Scope> scopes, Instant createdAt) {
    this.id = id;
    this.tenantId = tenantId;
    this.name = name;
    this.roles = Set.of(Roles.CRM);
    this.scopes = Scope.names(scopes);
    this.createdAt = createdAt;
  }

  void openWith(String newClientId, String newSecretHash) {
    this.clientId = newClientId;
    this.secretHash = newSecretHash;
  }

  @Override
  public Caller caller() {
    return Caller.key(tenantId, id, name, roles, scopes());
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  /** What a token of this key may do at most. */
  Set<Scope> scopes() {
    return Scope.of(scopes);
  }

  String clientId() {
    return clientId;
  }

  String secretHash() {
    return secretHash;
  }

  Instant createdAt() {
    return createdAt;
  }
}
