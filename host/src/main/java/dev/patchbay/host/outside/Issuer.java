package dev.patchbay.host.outside;

import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.egress.Sender;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody else's authorization server, whose tokens are good for some of ours.
 *
 * @param name what the server's configuration calls it
 * @param issuer the {@code iss} of its tokens, to the letter
 * @param keys where it publishes its keys
 * @param audience the {@code aud} that means this server
 * @param tenantClaim which claim says for whom the caller works
 * @param tenants what the claim may say, and which tenant of ours that is
 * @param scopes what its tokens are good for at most
 * @param scopeClaim which claim narrows that, if any
 */
record Issuer(
    String name,
    String issuer,
    URI keys,
    String audience,
    String tenantClaim,
    Map<String, String> tenants,
    Set<Scope> scopes,
    Optional<String> scopeClaim) {

  Issuer {
    tenants = Map.copyOf(tenants);
    scopes = Set.copyOf(scopes);
  }

  /** In whose name its keys are fetched: from its own host and from nowhere else. */
  Sender sender() {
    return Sender.plugin("issuer:" + name, List.of(keys.getHost()));
  }

  /** Whether the operator still lets this issuer speak for a tenant with these scopes. */
  boolean mayStill(String tenantId, Set<Scope> wanted) {
    return tenants.containsValue(tenantId) && scopes.containsAll(wanted);
  }
}
