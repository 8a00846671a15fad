package dev.patchbay.console.connect;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The tenant's set-up of a plugin. */
public record Integration(
    String id,
    String plugin,
    String name,
    String clientId,
    List<String> scopes,
    Map<String, Object> settings,
    String redirectUri,
    Instant createdAt,
    int connections) {

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
