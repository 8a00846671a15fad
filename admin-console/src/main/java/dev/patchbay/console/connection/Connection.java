package dev.patchbay.console.connection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One authorised account at a service. */
public record Connection(
    String id,
    String integrationId,
    String plugin,
    String name,
    ConnectionState state,
    String reason,
    Account account,
    EndUser endUser,
    Credential credential,
    Instant createdAt,
    List<String> types,
    LastRun lastRun,
    Map<String, Long> records) {

  /** Who it is upstream. */
  public record Account(String id, String displayName, List<String> scopes) {
    public Account {
      scopes = scopes == null ? List.of() : List.copyOf(scopes);
    }
  }

  /** The person of the CRM that it is for. */
  public record EndUser(String id, String name) {}

  /** When what it is connected with ends by itself. */
  public record Credential(Instant endsAt, boolean endsSoon) {}

  /** Its newest run that ended. */
  public record LastRun(String id, String state, Instant finishedAt) {}

  public Connection {
    types = types == null ? List.of() : List.copyOf(types);
    records = records == null ? Map.of() : Map.copyOf(records);
  }

  /** What a person calls it. */
  public String title() {
    return Optional.ofNullable(name).filter(text -> !text.isBlank()).orElseGet(this::who);
  }

  /** Who the connection is upstream. */
  String who() {
    return Optional.ofNullable(account)
        .map(one -> Optional.ofNullable(one.displayName()).orElse(one.id()))
        .orElse(plugin);
  }

  /** When it ends by itself, if that is soon and nobody has ended it before. */
  Optional<Instant> endsSoon() {
    boolean alive =
        state == ConnectionState.ACTIVE
            || state == ConnectionState.STALLED
            || state == ConnectionState.PAUSED;
    return Optional.ofNullable(credential)
        .filter(one -> alive && one.endsSoon())
        .map(Credential::endsAt);
  }

  /** Whether anything is kept in sync, so that a sync can be asked for. */
  boolean isSynced() {
    return !types.isEmpty();
  }

  Optional<Instant> lastSync() {
    return Optional.ofNullable(lastRun).map(LastRun::finishedAt);
  }

  long recordCount(String type) {
    return records.getOrDefault(type, 0L);
  }

  long recordCount() {
    return records.values().stream().mapToLong(Long::longValue).sum();
  }
}
