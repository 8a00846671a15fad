package dev.patchbay.console.integration;

import dev.patchbay.console.host.HostProblem;
import dev.patchbay.console.host.HostSession;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tenant's integrations. */
public record Integrations(HostSession host) {

  List<Integration> all() {
    return host.all(Integration.class, Map.of(), "integrations");
  }

  public List<Integration> of(String plugin) {
    return all().stream().filter(integration -> integration.plugin().equals(plugin)).toList();
  }

  public Integration create(Integration.Draft draft) {
    return host.post(Integration.class, draft, "integrations");
  }

  /** Says what an integration asks for and lets through; null lets everything through. */
  void permit(Integration integration, Set<String> scopes, Integration.Permissions permissions) {
    Map<String, Object> bounds = new HashMap<>();
    bounds.put("types", permissions.types());
    bounds.put("actions", permissions.actions());
    host.put(bounds, "integrations/{}/permissions", integration.id());
    if (!scopes.equals(Set.copyOf(integration.scopes()))) {
      change(integration, Map.of("scopes", scopes));
    }
  }

  void replaceSecret(Integration integration, String secret, Optional<Instant> end) {
    Map<String, Object> body = new HashMap<>(Map.of("clientSecret", secret));
    end.ifPresent(at -> body.put("clientSecretEndsAt", at.toString()));
    change(integration, body);
  }

  void fillIn(Integration integration, Map<String, Object> settings) {
    change(integration, Map.of("settings", settings));
  }

  /** Where its service sends what it has to tell; empty if nobody has asked for an address. */
  Optional<WebhookAddress> webhookAddress(Integration integration) {
    try {
      return Optional.of(
          host.get(WebhookAddress.class, "integrations/{}/webhook-address", integration.id()));
    } catch (HostProblem problem) {
      if (problem.is(404)) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  WebhookAddress makeWebhookAddress(Integration integration) {
    return host.call(WebhookAddress.class, "integrations/{}/webhook-address", integration.id());
  }

  void remove(Integration integration) {
    host.delete(Map.of(), "integrations/{}", integration.id());
  }

  private void change(Integration integration, Map<String, Object> body) {
    host.patch(Integration.class, body, "integrations/{}", integration.id());
  }
}
