package dev.patchbay.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.time.Instant;
import java.util.Set;

/** An access token, or a refresh token (whose end is far away). */
public record Token(
    Kind kind, String value, String consentId, Set<String> scopes, Instant expiresAt) {
  /** What the token is good for. */
  public enum Kind {
    ACCESS,
    REFRESH
  }

  public Token {
    scopes = Set.copyOf(scopes);
  }

  public boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  Token expiring(Instant at) {
    return new Token(kind, value, consentId, scopes, at);
  }

  ObjectNode document() {
    return Json.object()
        .put("kind", kind.name())
        .put("value", value)
        .put("consentId", consentId)
        .put("scope", String.join(" ", scopes))
        .put("expiresAt", expiresAt.toString());
  }

  static Token of(ObjectNode node) {
    return new Token(
        Kind.valueOf(node.get("kind").asText()),
        node.get("value").asText(),
        node.get("consentId").asText(),
        Scopes.split(node.get("scope").asText()),
        Instant.parse(node.get("expiresAt").asText()));
  }

  @Override
  public String toString() {
    return "Token[" + kind + " of " + consentId + " until " + expiresAt + "]";
  }
}
