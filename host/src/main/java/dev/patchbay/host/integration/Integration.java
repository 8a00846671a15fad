package dev.patchbay.host.integration;

import dev.patchbay.host.credential.CredentialEnd;
import dev.patchbay.host.credential.Place;
import dev.patchbay.host.persistence.TextSetConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tenant's set-up of a plugin: its OAuth client, the scopes to ask for, its settings. What is
 * secret in it stays sealed here; only {@link IntegrationSecrets} opens it.
 */
@Entity
public class Integration {
  static final String PREFIX = "int";

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  private String plugin;
  private String name;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "sealed_client_secret")
  private byte[] sealedClientSecret;

  /** Null while nobody has said that it ends. */
  @Column(name = "client_secret_ends_at")
  private Instant clientSecretEndsAt;

  @Column(name = "announced_end")
  private Instant announcedEnd;

  @Convert(converter = TextSetConverter.class)
  private Set<String> scopes = Set.of();

  @Convert(converter = SettingValuesConverter.class)
  private Map<String, Object> settings = Map.of();

  @Convert(converter = PermissionsConverter.class)
  private Permissions permissions = Permissions.unbounded();

  @Column(name = "sealed_settings")
  private byte[] sealedSettings;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  /** For JPA. */
  protected Integration() {}

  public Integration(String id, String tenantId, String plugin, String name, Instant createdAt) {
    this.id = id;
    this.tenantId = tenantId;
    this.plugin = plugin;
    this.name = name;
    this.createdAt = createdAt;
  }

  void rename(String newName) {
    this.name = newName;
  }

  void identifyAs(String newClientId) {
    this.clientId = newClientId;
  }

  /** Takes a new client secret; when that ends, somebody has to say. */
  void keepClientSecret(byte[] sealed) {
    this.sealedClientSecret = sealed.clone();
    this.clientSecretEndsAt = null;
  }

  void expectEndOfSecret(Instant end) {
    this.clientSecretEndsAt = end;
  }

  public void allow(Permissions newPermissions) {
    this.permissions = newPermissions;
  }

  void askFor(Set<String> newScopes) {
    this.scopes = Set.copyOf(newScopes);
  }

  void fillIn(Map<String, Object> shown, byte[] sealedSecrets) {
    this.settings = Map.copyOf(shown);
    this.sealedSettings = sealedSecrets.clone();
  }

  /** Where one of this integration's secrets is kept. */
  Place place(String column) {
    return new Place(tenantId, "integration", id, column);
  }

  public String id() {
    return id;
  }

  public String tenantId() {
    return tenantId;
  }

  /** Grows with every change that matters to connections. */
  public long version() {
    return version;
  }

  public String plugin() {
    return plugin;
  }

  public String name() {
    return name;
  }

  /** The OAuth client's public half; empty if the plugin needs none. */
  public Optional<String> clientId() {
    return Optional.ofNullable(clientId);
  }

  /** When the client secret ends by itself; empty if nobody has said so. */
  public Optional<CredentialEnd> clientSecretEnd() {
    return Optional.ofNullable(clientSecretEndsAt).map(CredentialEnd::new);
  }

  public Set<String> scopes() {
    return scopes;
  }

  /** What may go through it. */
  public Permissions permissions() {
    return permissions;
  }

  /** The settings that may be shown: texts, whole numbers, yes or no. */
  public Map<String, Object> settings() {
    return settings;
  }

  public Instant createdAt() {
    return createdAt;
  }

  Optional<byte[]> sealedClientSecret() {
    return Optional.ofNullable(sealedClientSecret);
  }

  Optional<byte[]> sealedSettings() {
    return Optional.ofNullable(sealedSettings);
  }
}
