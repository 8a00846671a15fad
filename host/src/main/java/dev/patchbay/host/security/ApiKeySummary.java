package dev.patchbay.host.security;

import dev.patchbay.host.caller.Scope;
import java.time.Instant;
import java.util.Set;

/** What the API tells of a key after it was made. */
public record ApiKeySummary(
    String id, String name, String clientId, Set<Scope> scopes, Instant createdAt) {

  static ApiKeySummary of(ApiKey key) {
    return new ApiKeySummary(key.id(), key.name(), key.clientId(), key.scopes(), key.createdAt());
  }
}
