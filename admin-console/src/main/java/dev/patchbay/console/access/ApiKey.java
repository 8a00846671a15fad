package dev.patchbay.console.access;

import java.time.Instant;
import java.util.List;

/**
 * A program's way in.
 *
 * @param clientSecret only in the answer that made the key; else null
 */
record ApiKey(
    String id,
    String name,
    String clientId,
    String clientSecret,
    List<String> scopes,
    Instant createdAt) {

  ApiKey {
    scopes = scopes == null ? List.of() : List.copyOf(scopes);
  }

  @Override
  public String toString() {
    return "ApiKey[" + id + "]";
  }
}
