package dev.patchbay.host.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/** The one row that nodes lock while they start, and that remembers which key the data is under. */
@Entity
@Table(name = "server_state")
class ServerState {
  static final int ONLY = 1;

  @Id private int id;

  @Column(name = "key_fingerprint")
  private String keyFingerprint;

  /** For JPA. */
  protected ServerState() {}

  Optional<String> keyFingerprint() {
    return Optional.ofNullable(keyFingerprint);
  }

  void bindTo(MasterKey key) {
    this.keyFingerprint = key.fingerprint();
  }
}
