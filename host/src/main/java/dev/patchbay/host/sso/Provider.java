package dev.patchbay.host.sso;

import dev.patchbay.api.auth.OAuth2.ClientAuthentication;
import dev.patchbay.host.credential.Place;
import dev.patchbay.host.openid.Metadata;
import dev.patchbay.host.persistence.TextSetConverter;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The OpenID provider by which the people of one tenant sign in, as its admins have set it up. The
 * hosts to which its document led then are kept: a document that leads elsewhere later must not
 * take people and secrets there before an admin has looked.
 */
@Entity
@Table(name = "sign_in_provider")
class Provider {
  static final String PREFIX = "sip";

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  private String issuer;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "sealed_client_secret")
  private byte[] sealedClientSecret;

  @Enumerated(EnumType.STRING)
  @Column(name = "client_authentication")
  private ClientAuthentication clientAuthentication;

  @Convert(converter = TextSetConverter.class)
  private Set<String> hosts;

  private String label;

  @Convert(converter = TextSetConverter.class)
  private Set<String> scopes;

  @Column(name = "role_claim")
  private String roleClaim;

  @Convert(converter = RolesByWordConverter.class)
  private Map<String, String> roles;

  @Column(name = "default_role")
  private String defaultRole;

  @Column(name = "creates_users")
  private boolean createsUsers;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "sign_in_domain", joinColumns = @JoinColumn(name = "provider_id"))
  @Column(name = "domain")
  private Set<String> emailDomains = new HashSet<>();

  @Column(name = "created_at")
  private Instant createdAt;

  /** For JPA. */
  protected Provider() {}

  Provider(String id, String tenantId, Instant createdAt) {
    this.id = id;
    this.tenantId = tenantId;
    this.createdAt = createdAt;
  }

  /** Takes over what its document says. */
  void isAt(Metadata metadata) {
    this.issuer = metadata.issuer();
    this.hosts = Set.copyOf(metadata.hosts());
    this.clientAuthentication = way(metadata.clientAuthentications());
  }

  void knowsUsAs(String newClientId, byte[] sealedSecret) {
    this.clientId = newClientId;
    this.sealedClientSecret = sealedSecret.clone();
  }

  void is(String newLabel, Set<String> newScopes) {
    this.label = newLabel;
    this.scopes = Set.copyOf(newScopes);
  }

  void gives(String newRoleClaim, Map<String, String> newRoles, String newDefaultRole) {
    this.roleClaim = newRoleClaim;
    this.roles = Map.copyOf(newRoles);
    this.defaultRole = newDefaultRole;
  }

  void letsIn(Set<String> domains, boolean newPeople) {
    this.emailDomains.clear();
    this.emailDomains.addAll(domains);
    this.createsUsers = newPeople;
  }

  private static ClientAuthentication way(Set<String> offered) {
    return offered.isEmpty() || offered.contains("client_secret_basic")
        ? ClientAuthentication.BASIC
        : ClientAuthentication.BODY;
  }

  Place place() {
    return new Place(tenantId, "sign_in_provider", id, "sealed_client_secret");
  }

  String id() {
    return id;
  }

  String tenantId() {
    return tenantId;
  }

  String issuer() {
    return issuer;
  }

  String clientId() {
    return clientId;
  }

  byte[] sealedClientSecret() {
    return sealedClientSecret.clone();
  }

  ClientAuthentication clientAuthentication() {
    return clientAuthentication;
  }

  List<String> hosts() {
    return List.copyOf(hosts);
  }

  String label() {
    return label;
  }

  Set<String> scopes() {
    return scopes;
  }

  Optional<String> roleClaim() {
    return Optional.ofNullable(roleClaim);
  }

  Map<String, String> roles() {
    return roles;
  }

  Optional<String> defaultRole() {
    return Optional.ofNullable(defaultRole);
  }

  boolean createsUsers() {
    return createsUsers;
  }

  Set<String> emailDomains() {
    return new TreeSet<>(emailDomains);
  }

  Instant createdAt() {
    return createdAt;
  }
}
