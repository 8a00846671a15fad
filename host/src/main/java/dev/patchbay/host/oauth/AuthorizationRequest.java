package dev.patchbay.host.oauth;

import dev.patchbay.host.credential.Place;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * A person on the way to the service's consent page. Only hashes of what the browser carries are
 * kept: the {@code state} that comes back in the address, and the cookie that proves it is the same
 * browser.
 */
@Entity
@Table(name = "authorization_request")
public class AuthorizationRequest {
  @Id
  @Column(name = "state_hash")
  private String stateHash;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "session_id")
  private String sessionId;

  @Column(name = "integration_id")
  private String integrationId;

  @Column(name = "browser_hash")
  private String browserHash;

  @Column(name = "sealed_verifier")
  private byte[] sealedVerifier;

  @Column(name = "nonce_hash")
  private String nonceHash;

  @Column(name = "expires_at")
  private Instant expiresAt;

  /** For JPA. */
  protected AuthorizationRequest() {}

  AuthorizationRequest(Consent consent, String tenantId, String integrationId, Instant expiresAt) {
    this.stateHash = consent.stateHash();
    this.tenantId = tenantId;
    this.sessionId = consent.sessionId();
    this.integrationId = integrationId;
    this.browserHash = consent.browserHash();
    this.expiresAt = expiresAt;
  }

  void keepVerifier(byte[] sealed) {
    this.sealedVerifier = sealed.clone();
  }

  void expectNonce(String hash) {
    this.nonceHash = hash;
  }

  Place place() {
    return new Place(tenantId, "authorization_request", stateHash, "sealed_verifier");
  }

  Optional<byte[]> sealedVerifier() {
    return Optional.ofNullable(sealedVerifier);
  }

  String stateHash() {
    return stateHash;
  }

  Optional<String> nonceHash() {
    return Optional.ofNullable(nonceHash);
  }

  String browserHash() {
    return browserHash;
  }

  public String tenantId() {
    return tenantId;
  }

  public String sessionId() {
    return sessionId;
  }

  public String integrationId() {
    return integrationId;
  }

  public boolean hasExpired(Instant now) {
    return !expiresAt.isAfter(now);
  }
}
