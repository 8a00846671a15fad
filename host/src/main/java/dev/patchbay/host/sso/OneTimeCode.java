package dev.patchbay.host.sso;

import dev.patchbay.host.security.SecretHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What the browser carries to the console instead of a token, and for whom it is good. */
@Entity
@Table(name = "sign_in_code")
class OneTimeCode {
  @Id
  @Column(name = "code_hash")
  private String codeHash;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "user_id")
  private String userId;

  private String challenge;

  @Column(name = "expires_at")
  private Instant expiresAt;

  /** For JPA. */
  protected OneTimeCode() {}

  OneTimeCode(String code, Attempt attempt, String userId, Instant expiresAt) {
    this.codeHash = SecretHash.of(code);
    this.tenantId = attempt.tenantId();
    this.challenge = attempt.challenge();
    this.userId = userId;
    this.expiresAt = expiresAt;
  }

  String tenantId() {
    return tenantId;
  }

  String userId() {
    return userId;
  }

  /** Whether it comes from the web session in which the sign-in began. */
  boolean isOf(String verifier) {
    return Challenge.of(verifier).equals(challenge);
  }

  boolean hasExpired(Instant now) {
    return !expiresAt.isAfter(now);
  }
}
