package dev.patchbay.host.tenant;

import dev.patchbay.host.persistence.TextSetConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Set;

/** One CRM organisation. Every other row names the tenant that it belongs to. */
@Entity
public class Tenant {
  @Id private String id;

  private String name;

  @Column(name = "created_at")
  private Instant createdAt;

  @Convert(converter = TextSetConverter.class)
  @Column(name = "connect_origins")
  private Set<String> connectOrigins = Set.of();

  private boolean passwords = true;

  /** For JPA. */
  protected Tenant() {}

  public Tenant(String id, String name, Instant createdAt) {
    this.id = id;
    this.name = name;
    this.createdAt = createdAt;
  }

  /** Lets the pages of these origins, and of no others, hear how attempts to connect end. */
  public void allowConnectOrigins(Set<String> origins) {
    this.connectOrigins = Set.copyOf(origins);
  }

  /** Whether its people may sign in with passwords of this server. */
  public void allowPasswords(boolean allowed) {
    this.passwords = allowed;
  }

  public boolean allowsPasswords() {
    return passwords;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Set<String> connectOrigins() {
    return connectOrigins;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
