package dev.patchbay.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one account allowed one application. Every token belongs to a consent; revoking it ends them
 * all.
 */
public record Consent(
    String id,
    String clientId,
    String account,
    Set<String> scopes,
    Instant since,
    boolean revoked) {
  public Consent {
    scopes = Set.copyOf(scopes);
  }

  Consent widened(Set<String> more) {
    Set<String> all = new TreeSet<>(scopes);
    all.addAll(more);
    return new Consent(id, clientId, account, all, since, revoked);
  }

  Consent ended() {
    return new Consent(id, clientId, account, scopes, since, true);
  }

  Optional<Consent> live() {
    return revoked ? Optional.empty() : Optional.of(this);
  }

  public ObjectNode document() {
    ObjectNode node =
        Json.object()
            .put("id", id)
            .put("clientId", clientId)
            .put("account", account)
            .put("scope", String.join(" ", new TreeSet<>(scopes)))
            .put("since", since.toString());
    return node.put("revoked", revoked);
  }

  static Consent of(ObjectNode node) {
    return new Consent(
        node.get("id").asText(),
        node.get("clientId").asText(),
        node.get("account").asText(),
        Scopes.split(node.get("scope").asText()),
        Instant.parse(node.get("since").asText()),
        node.get("revoked").asBoolean());
  }
}
