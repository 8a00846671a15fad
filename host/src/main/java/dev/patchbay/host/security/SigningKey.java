package dev.patchbay.host.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key pair that signs tokens; all nodes share it, and its private half is sealed. */
@Entity
@Table(name = "signing_key")
class SigningKey {
  @Id private String id;

  @Column(name = "public_key")
  private String publicKey;

  @Column(name = "sealed_private_key")
  private byte[] sealedPrivateKey;

  @Column(name = "created_at")
  private Instant createdAt;

  /** For JPA. */
  protected SigningKey() {}

  SigningKey(String id, String publicKey, byte[] sealedPrivateKey, Instant createdAt) {
    this.id = id;
    this.publicKey = publicKey;
    this.sealedPrivateKey = sealedPrivateKey;
    this.createdAt = createdAt;
  }

  String id() {
    return id;
  }

  String publicKey() {
    return publicKey;
  }

  byte[] sealedPrivateKey() {
    return sealedPrivateKey;
  }

  Instant createdAt() {
    return createdAt;
  }
}
