package dev.patchbay.host.oauth;

import dev.patchbay.host.credential.Place;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A grant that was given up here and not yet there. It holds, sealed, all that telling the service
 * takes, since connection and integration may be gone by then.
 */
@Entity
@Table(name = "pending_revocation")
public class PendingRevocation {
  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  private String plugin;

  @Column(name = "sealed_revocation")
  private byte[] sealed;

  private int attempts;

  @Column(name = "created_at")
  private Instant createdAt;

  /** For JPA. */
  protected PendingRevocation() {}

  PendingRevocation(String id, String tenantId, String plugin, Instant createdAt) {
    this.id = id;
    this.tenantId = tenantId;
    this.plugin = plugin;
    this.createdAt = createdAt;
  }

  void hold(byte[] newSealed) {
    this.sealed = newSealed.clone();
  }

  void failedOnceMore() {
    attempts++;
  }

  String tenantId() {
    return tenantId;
  }

  Place place() {
    return new Place(tenantId, "pending_revocation", id, "sealed_revocation");
  }

  String id() {
    return id;
  }

  String plugin() {
    return plugin;
  }

  byte[] sealed() {
    return sealed;
  }

  int attempts() {
    return attempts;
  }
}
