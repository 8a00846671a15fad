package dev.patchbay.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A single-use code on its way from the consent page to the token endpoint. */
public record AuthorizationCode(
    String value,
    String consentId,
    String redirectUri,
    Optional<Challenge> challenge,
    Set<String> scopes,
    Optional<String> nonce,
    boolean offline,
    Instant expiresAt) {

  public AuthorizationCode {
    scopes = Set.copyOf(scopes);
  }

  ObjectNode document() {
    ObjectNode node =
        Json.object()
            .put("value", value)
            .put("consentId", consentId)
            .put("redirectUri", redirectUri)
            .put("scope", String.join(" ", scopes))
            .put("offline", offline)
            .put("expiresAt", expiresAt.toString());
    challenge.ifPresent(c -> node.put("challenge", c.value()).put("method", c.method()));
    nonce.ifPresent(n -> node.put("nonce", n));
    return node;
  }

  static AuthorizationCode of(ObjectNode node) {
    return new AuthorizationCode(
        node.get("value").asText(),
        node.get("consentId").asText(),
        node.get("redirectUri").asText(),
        Optional.ofNullable(node.get("challenge"))
            .map(c -> new Challenge(c.asText(), node.get("method").asText())),
        Scopes.split(node.get("scope").asText()),
        Optional.ofNullable(node.get("nonce")).map(n -> n.asText()),
        node.get("offline").asBoolean(),
        Instant.parse(node.get("expiresAt").asText()));
  }

  @Override
  public String toString() {
    return "AuthorizationCode[of " + consentId + "]";
  }
}
