package dev.patchbay.host.sso;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.credential.Place;
import dev.patchbay.host.security.SecretHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A person on the way to their provider's page. Of what the browser carries only hashes are kept:
 * the {@code state} that comes back in the address, and the cookie that proves it is the same
 * browser. The challenge stands for a text that the console keeps in the person's web session.
 */
@Entity
@Table(name = "sign_in_attempt")
class Attempt {
  @Id
  @Column(name = "state_hash")
  private String stateHash;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "browser_hash")
  private String browserHash;

  @Column(name = "nonce_hash")
  private String nonceHash;

  private String challenge;

  @Column(name = "sealed_verifier")
  private byte[] sealedVerifier;

  @Column(name = "expires_at")
  private Instant expiresAt;

  /** For JPA. */
  protected Attempt() {}

  Attempt(String tenantId, String state, String challenge, Instant expiresAt) {
    this.tenantId = tenantId;
    this.stateHash = SecretHash.of(state);
    this.challenge = challenge;
    this.expiresAt = expiresAt;
  }

  /** Takes the texts by which browser and id_token are known again. */
  void expects(Secret browser, String nonce) {
    this.browserHash = SecretHash.of(browser.reveal());
    this.nonceHash = SecretHash.of(nonce);
  }

  void keepVerifier(byte[] sealed) {
    this.sealedVerifier = sealed.clone();
  }

  boolean isOf(String browser) {
    return SecretHash.matches(browser, browserHash);
  }

  Place place() {
    return new Place(tenantId, "sign_in_attempt", stateHash, "sealed_verifier");
  }

  String tenantId() {
    return tenantId;
  }

  String nonceHash() {
    return nonceHash;
  }

  String challenge() {
    return challenge;
  }

  byte[] sealedVerifier() {
    return sealedVerifier.clone();
  }

  boolean hasExpired(Instant now) {
    return !expiresAt.isAfter(now);
  }
}
