package dev.patchbay.host.connection;

import dev.patchbay.api.Account;
import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.persistence.TextSetConverter;
import dev.patchbay.host.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One authorised account behind an integration. It is made when a person consents; it loses its
 * grant when the service says so and gets it back when a person connects the same account again,
 * under the same id and with the same records; it ends when a person disconnects it.
 */
@Entity
public class Connection {
  public static final String PREFIX = "con";
  private static final int LONGEST_REASON = 1_000;

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "integration_id")
  private String integrationId;

  private String plugin;
  private String name;

  @Enumerated(EnumType.STRING)
  private ConnectionState state;

  private String reason;

  @Column(name = "account_id")
  private String accountId;

  @Column(name = "account_name")
  private String accountName;

  @Convert(converter = TextSetConverter.class)
  @Column(name = "account_scopes")
  private Set<String> accountScopes;

  /** Empty text stands for the tenant itself, so that the database can tell two apart. */
  @Column(name = "end_user_id")
  private String endUserId;

  @Column(name = "end_user_name")
  private String endUserName;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Version private long version;

  /** For JPA. */
  protected Connection() {}

  public Connection(
      String id, Integration integration, Account account, Optional<EndUser> endUser, Instant now) {
    this.id = id;
    this.tenantId = integration.tenantId();
    this.integrationId = integration.id();
    this.plugin = integration.plugin();
    this.accountId = account.id();
    this.name = shortened(account.displayName(), 200);
    this.endUserId = endUser.map(EndUser::id).orElse("");
    this.endUserName = endUser.map(EndUser::name).orElse(null);
    this.createdAt = now;
    connected(account, now);
  }

  /** The account's owner has consented, for the first time or again. */
  public void connected(Account account, Instant now) {
    if (!account.id().equals(accountId)) {
      throw new IllegalArgumentException(id + " belongs to another account than " + account);
    }
    this.accountName = shortened(account.displayName(), 500);
    this.accountScopes = account.scopes();
    become(ConnectionState.ACTIVE, null, now);
  }

  /** The service has told who it is; one that had lost its grant has found it again. */
  void confirm(Account account, Instant now) {
    if (state == ConnectionState.DISCONNECTED) {
      return;
    }
    if (!account.id().equals(accountId)) {
      var why = "The service answers for another account, " + account.displayName();
      become(ConnectionState.NEEDS_REAUTH, reasonOf(why), now);
      return;
    }
    this.accountName = shortened(account.displayName(), 500);
    if (state == ConnectionState.NEEDS_REAUTH) {
      become(ConnectionState.ACTIVE, null, now);
    }
  }

  void rename(String newName) {
    this.name = newName;
  }

  void pause(Instant now) {
    requireState(ConnectionState.ACTIVE, "paused");
    become(ConnectionState.PAUSED, null, now);
  }

  void resume(Instant now) {
    requireState(ConnectionState.PAUSED, "resumed");
    become(ConnectionState.ACTIVE, null, now);
  }

  void disconnect(Instant now) {
    become(ConnectionState.DISCONNECTED, null, now);
  }

  private void requireState(ConnectionState needed, String verb) {
    if (state != needed) {
      throw ProblemException.conflict(
          "The connection %s is %s; only one that is %s can be %s."
              .formatted(id, state, needed, verb));
    }
  }

  private void become(ConnectionState next, String why, Instant now) {
    this.state = next;
    this.reason = why;
    this.changedAt = now;
  }

  /** Whether there is a grant that the service may still accept. */
  public boolean isUsable() {
    return state == ConnectionState.ACTIVE || state == ConnectionState.PAUSED;
  }

  /** Under which its credential is kept. */
  public Holder holder() {
    return new Holder(tenantId, id);
  }

  public String id() {
    return id;
  }

  public String tenantId() {
    return tenantId;
  }

  /** Grows with every change. */
  long version() {
    return version;
  }

  public String integrationId() {
    return integrationId;
  }

  public String plugin() {
    return plugin;
  }

  public String name() {
    return name;
  }

  public ConnectionState state() {
    return state;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public Account account() {
    return Account.of(accountId, accountName, accountScopes);
  }

  public Optional<EndUser> endUser() {
    return endUserId.isEmpty()
        ? Optional.empty()
        : Optional.of(new EndUser(endUserId, endUserName));
  }

  public Instant createdAt() {
    return createdAt;
  }

  static String reasonOf(String why) {
    return shortened(why, LONGEST_REASON);
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
