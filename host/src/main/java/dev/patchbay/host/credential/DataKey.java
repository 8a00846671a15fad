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

  private int generation;

  private byte[] keyset;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "retired_at")
  private Instant retiredAt;

  /** For JPA. */
  protected DataKey() {}

  DataKey(String id, int generation, byte[] keyset, Instant createdAt) {
    this.id = id;
    this.generation = generation;
    this.keyset = keyset;
    this.createdAt = createdAt;
  }

  void keep(byte[] newKeyset) {
    this.keyset = newKeyset.clone();
  }

  void retire(Instant now) {
    if (retiredAt == null) {
      this.retiredAt = now;
    }
  }

  boolean isRetiredBefore(Instant limit) {
    return retiredAt != null && retiredAt.isBefore(limit);
  }

  String id() {
    return id;
  }

  int generation() {
    return generation;
  }

  byte[] keyset() {
    return keyset;
  }

  Instant createdAt() {
    return createdAt;
  }
}
