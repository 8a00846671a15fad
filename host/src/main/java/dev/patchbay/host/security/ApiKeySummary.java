package dev.patchbay.host.security;

import java.time.Instant;

/** What the API tells of a key after it was made. */
public record ApiKeySummary(String id, String name, String clientId, Instant createdAt) {

  static ApiKeySummary of(ApiKey key) {
    return new ApiKeySummary(key.id(), key.name(), key.clientId(), key.createdAt());
  }
}
