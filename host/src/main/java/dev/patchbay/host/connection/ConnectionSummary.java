package dev.patchbay.host.connection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the API tells of a connection.
 *
 * @param credential absent if its credential has no known end
 * @param types what is kept in sync over it; empty if there is nothing to pull
 */
public record ConnectionSummary(
    String id,
    String integrationId,
    String plugin,
    String name,
    ConnectionState state,
    String reason,
    AccountSummary account,
    EndUser endUser,
    CredentialSummary credential,
    Instant createdAt,
    List<String> types,
    Activity.LastRun lastRun,
    Map<String, Long> records) {

  static ConnectionSummary of(
      Connection connection, Optional<CredentialSummary> credential, Activity activity) {
    var account = connection.account();
    Optional<String> stalled =
        activity.stalled().filter(why -> connection.state() == ConnectionState.ACTIVE);
    return new ConnectionSummary(
        connection.id(),
        connection.integrationId(),
        connection.plugin(),
        connection.name(),
        stalled.isPresent() ? ConnectionState.STALLED : connection.state(),
        stalled.or(connection::reason).orElse(null),
        new AccountSummary(
            account.id(), account.displayName(), account.scopes().stream().sorted().toList()),
        connection.endUser().orElse(null),
        credential.orElse(null),
        connection.createdAt(),
        activity.types(),
        activity.lastRun().orElse(null),
        activity.records());
  }

  /** Who the connection is at the service. */
  public record AccountSummary(String id, String displayName, List<String> scopes) {}
}
