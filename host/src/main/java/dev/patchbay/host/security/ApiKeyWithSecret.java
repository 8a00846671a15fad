package dev.patchbay.host.security;

import dev.patchbay.host.caller.Scope;
import java.time.Instant;
import java.util.Set;

/** A new API key; the only answer that ever holds its secret. */
public record ApiKeyWithSecret(
    String id,
    String name,
    String clientId,
    String clientSecret,
    Set<Scope> scopes,
    Instant createdAt) {

  static ApiKeyWithSecret of(IssuedKey issued) {
    ApiKey key = issued.key();
    return new ApiKeyWithSecret(
        key.id(),
        key.name(),
        key.clientId(),
        issued.secret().reveal(),
        key.scopes(),
        key.createdAt());
  }

  @Override
  public String toString() {
    return "ApiKeyWithSecret[" + id + ", " + clientId + "]";
  }
}
