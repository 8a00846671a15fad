package dev.patchbay.host.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** One CRM organisation. Every other row names the tenant that it belongs to. */
@Entity
public class Tenant {
  @Id private String id;

  private String name;

  @Column(name = "created_at")
  private Instant createdAt;

  /** For JPA. */
  protected Tenant() {}

  public Tenant(String id, String name, Instant createdAt) {
    this.id = id;
    this.name = name;
    this.createdAt = createdAt;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
