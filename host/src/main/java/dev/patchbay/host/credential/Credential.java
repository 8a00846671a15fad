package dev.patchbay.host.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * The sealed secret of one connection. Its version counts every new content, so that two nodes that
 * renew it at once notice; the lease says who is about to.
 */
@Entity
public class Credential {
  @Id
  @Column(name = "connection_id")
  private String connectionId;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "sealed_grant")
  private byte[] sealed;

  private long version;

  /** Null while nobody knows an end. */
  @Column(name = "ends_at")
  private Instant endsAt;

  @Column(name = "announced_end")
  private Instant announcedEnd;

  /** The service's words, if it has called this content dead. */
  private String refusal;

  @Column(name = "lease_owner")
  private String leaseOwner;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  /** For JPA. */
  protected Credential() {}

  Credential(Holder holder, byte[] sealed, Optional<Instant> endsAt) {
    this.connectionId = holder.connectionId();
    this.tenantId = holder.tenantId();
    this.sealed = sealed.clone();
    this.endsAt = endsAt.orElse(null);
    this.version = 1;
  }

  /** Takes a new content and ends every lease: whoever is renewing the old one comes too late. */
  void replace(byte[] newSealed, Optional<Instant> newEnd) {
    this.sealed = newSealed.clone();
    this.endsAt = newEnd.orElse(null);
    this.refusal = null;
    this.version++;
    this.leaseOwner = null;
    this.leaseUntil = null;
  }

  Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  byte[] sealed() {
    return sealed;
  }

  long version() {
    return version;
  }
}
