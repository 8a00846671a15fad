package dev.patchbay.console.integration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tenant's set-up of a plugin. */
public record Integration(
    String id,
    String plugin,
    String name,
    String clientId,
    List<String> scopes,
    Map<String, Object> settings,
    Permissions permissions,
    Instant clientSecretEndsAt,
    boolean clientSecretEndsSoon,
    String redirectUri,
    Instant createdAt,
    int connections) {

  public Integration {
    scopes = scopes == null ? List.of() : List.copyOf(scopes);
    settings = settings == null ? Map.of() : Map.copyOf(settings);
    permissions = permissions == null ? new Permissions(null, null) : permissions;
  }

  Optional<Instant> secretEndsSoon() {
    return Optional.ofNullable(clientSecretEndsAt).filter(end -> clientSecretEndsSoon);
  }

  /**
   * What may go through it.
   *
   * @param types null for all
   * @param actions null for all
   */
  public record Permissions(Set<String> types, Set<String> actions) {}

  /** What the admin enters to make one; the client secret never comes back. */
  public record Draft(
      String plugin,
      String name,
      String clientId,
      String clientSecret,
      Map<String, Object> settings) {
    @Override
    public String toString() {
      return "Draft[" + plugin + ", " + name + "]";
    }
  }
}
