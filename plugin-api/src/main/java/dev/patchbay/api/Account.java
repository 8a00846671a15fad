package dev.patchbay.api;

import java.util.Objects;
import java.util.Set;

/**
 * Who a connection is at the service. Immutable.
 *
 * @since 1
 */
public final class Account {

  private final String id;
  private final String displayName;
  private final Set<String> scopes;

  private Account(String id, String displayName, Set<String> scopes) {
    if (Objects.requireNonNull(id, "id").isBlank()) {
      throw new IllegalArgumentException("The id of an account must not be blank");
    }
    this.id = id;
    this.displayName = Objects.requireNonNull(displayName, "displayName");
    this.scopes = Set.copyOf(scopes);
  }

  /**
   * @param id the service's lasting id of the account, by which a reconnect is recognised
   * @param displayName how its owner knows it, such as an e-mail address
   * @param scopes what was granted, as far as the service tells; may be empty
   */
  public static Account of(String id, String displayName, Set<String> scopes) {
    return new Account(id, displayName, scopes);
  }

  /** The service's lasting id of the account. */
  public String id() {
    return id;
  }

  /** How its owner knows it. */
  public String displayName() {
    return displayName;
  }

  /** What was granted, as far as the service tells. */
  public Set<String> scopes() {
    return scopes;
  }

  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
