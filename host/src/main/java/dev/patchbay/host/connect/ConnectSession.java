package dev.patchbay.host.connect;

import dev.patchbay.host.connection.EndUser;
import dev.patchbay.host.persistence.TextSetConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One attempt to connect an account, made by the server for one person and one integration, or
 * several among which the person chooses once. Its link starts it once; it ends connected, failed,
 * or by its time running out.
 */
@Entity
@Table(name = "connect_session")
public class ConnectSession {
  static final String PREFIX = "cse";
  private static final int LONGEST_PROBLEM = 1_000;
  private static final int MOST_ATTEMPTS = 10;

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  /** Empty text until it is chosen. */
  @Column(name = "integration_id")
  private String integrationId;

  @Convert(converter = TextSetConverter.class)
  @Column(name = "allowed_integrations")
  private Set<String> allowedIntegrations;

  /** Set from the beginning by a reconnect, else at the end. */
  @Column(name = "connection_id")
  private String connectionId;

  @Column(name = "end_user_id")
  private String endUserId;

  @Column(name = "end_user_name")
  private String endUserName;

  @Column(name = "token_hash")
  private String tokenHash;

  @Enumerated(EnumType.STRING)
  private ConnectState state;

  private String problem;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "browser_hash")
  private String browserHash;

  /** The page that may hear how it ended; null if none may. */
  private String origin;

  @Column(name = "result_hash")
  private String resultHash;

  private int attempts;

  /** For JPA. */
  protected ConnectSession() {}

  ConnectSession(
      String id,
      String tenantId,
      ConnectAim aim,
      Optional<String> origin,
      String tokenHash,
      Instant now,
      Instant expiresAt) {
    this.id = id;
    this.tenantId = tenantId;
    this.allowedIntegrations = aim.integrations();
    this.integrationId = aim.only().orElse("");
    this.connectionId = aim.connectionId().orElse(null);
    this.endUserId = aim.endUser().map(EndUser::id).orElse("");
    this.endUserName = aim.endUser().map(EndUser::name).orElse(null);
    this.origin = origin.orElse(null);
    this.tokenHash = tokenHash;
    this.state = ConnectState.OPEN;
    this.createdAt = now;
    this.expiresAt = expiresAt;
  }

  void connected(String newConnectionId) {
    this.connectionId = newConnectionId;
    this.state = ConnectState.CONNECTED;
    this.problem = null;
  }

  /** Returns whether that is news: what has ended already stays as it is. */
  boolean failed(String why) {
    if (state != ConnectState.OPEN) {
      return false;
    }
    this.state = ConnectState.FAILED;
    this.problem = why.length() <= LONGEST_PROBLEM ? why : why.substring(0, LONGEST_PROBLEM);
    return true;
  }

  /**
   * It is over in the browser: whoever shows this text may ask for the outcome, once.
   *
   * @return the origin that hears the text; nothing if none may
   */
  Optional<String> answeredBy(String newResultHash) {
    if (origin != null) {
      this.resultHash = newResultHash;
    }
    return Optional.ofNullable(origin);
  }

  /** Whoever has this text may fill in the form, and nobody else. */
  void openedBy(String newBrowserHash) {
    this.browserHash = newBrowserHash;
  }

  boolean wasOpenedBy(String text) {
    return text.equals(browserHash);
  }

  /** Whether the person has still to choose. */
  boolean isUndecided() {
    return integrationId.isEmpty();
  }

  boolean allows(String integration) {
    return allowedIntegrations.contains(integration);
  }

  /** The person has chosen, for good. */
  void bindTo(String integration) {
    this.integrationId = integration;
  }

  Set<String> allowed() {
    return allowedIntegrations;
  }

  /** Counts one more attempt to fill in the form, and tells whether it was not one too many. */
  boolean mayTry() {
    attempts++;
    return attempts <= MOST_ATTEMPTS;
  }

  /** The person is on the way: the attempt lasts as long as the service's pages may take. */
  void lastsUntil(Instant time) {
    if (time.isAfter(expiresAt)) {
      this.expiresAt = time;
    }
  }

  ConnectState state(Instant now) {
    return state == ConnectState.OPEN && !expiresAt.isAfter(now) ? ConnectState.EXPIRED : state;
  }

  /** What it was made for. */
  ConnectAim aim() {
    return new ConnectAim(allowedIntegrations, Optional.ofNullable(connectionId), endUser());
  }

  private Optional<EndUser> endUser() {
    return endUserId.isEmpty()
        ? Optional.empty()
        : Optional.of(new EndUser(endUserId, endUserName));
  }

  String id() {
    return id;
  }

  String tenantId() {
    return tenantId;
  }

  String integrationId() {
    return integrationId;
  }

  Optional<String> connectionId() {
    return Optional.ofNullable(connectionId);
  }

  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  Instant expiresAt() {
    return expiresAt;
  }
}
