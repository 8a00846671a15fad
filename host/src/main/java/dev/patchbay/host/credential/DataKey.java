package dev.patchbay.host.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The keyset that seals values, itself encrypted by the master key. */
@Entity
@Table(name = "data_key")
class DataKey {
  @Id private String id;

  private byte[] keyset;

  @Column(name = "created_at")
  private Instant createdAt;

  /** For JPA. */
  protected DataKey() {}

  DataKey(String id, byte[] keyset, Instant createdAt) {
    this.id = id;
    this.keyset = keyset;
    this.createdAt = createdAt;
  }

  String id() {
    return id;
  }

  byte[] keyset() {
    return keyset;
  }

  Instant createdAt() {
    return createdAt;
  }
}
