package dev.patchbay.host.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

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

  @Column(name = "lease_owner")
  private String leaseOwner;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  /** For JPA. */
  protected Credential() {}

  Credential(Holder holder, byte[] sealed) {
    this.connectionId = holder.connectionId();
    this.tenantId = holder.tenantId();
    this.sealed = sealed.clone();
    this.version = 1;
  }

  /** Takes a new content and ends every lease: whoever is renewing the old one comes too late. */
  void replace(byte[] newSealed) {
    this.sealed = newSealed.clone();
    this.version++;
    this.leaseOwner = null;
    this.leaseUntil = null;
  }

  byte[] sealed() {
    return sealed;
  }

  long version() {
    return version;
  }
}
