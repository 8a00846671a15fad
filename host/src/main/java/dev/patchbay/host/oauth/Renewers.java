package dev.patchbay.host.oauth;

import dev.patchbay.api.auth.ClientCredentials;
import dev.patchbay.host.egress.EgressGate;
import dev.patchbay.host.egress.Origin;
import dev.patchbay.host.integration.Integration;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Finds what gets tokens for an integration, whichever way its plugin declares. */
@Singleton
public class Renewers {
  private final OAuthClients clients;
  private final EgressGate gate;
  private final Clock clock;

  @Inject
  public Renewers(OAuthClients clients, EgressGate gate, Clock clock) {
    this.clients = clients;
    this.gate = gate;
    this.clock = clock;
  }

  /** What renews the grants of an integration's connections. */
  public Renewer of(Integration integration) {
    var plugin = clients.plugin(integration.plugin());
    return plugin.descriptor().authorization() instanceof ClientCredentials declared
        ? client(integration, declared)
        : clients.of(integration);
  }

  /**
   * Makes the first grant of what a person has typed in.
   *
   * @throws dev.patchbay.api.error.IntegrationException if the service gives no token for it
   */
  public Grant first(Integration integration, Map<String, String> typed) {
    var plugin = clients.plugin(integration.plugin());
    return plugin.descriptor().authorization() instanceof ClientCredentials declared
        ? Grant.ofClient(typed, client(integration, declared).ask(typed), clock.instant())
        : Grant.typed(typed);
  }

  private CredentialsClient client(Integration integration, ClientCredentials declared) {
    var sender = clients.plugin(integration.plugin()).sender();
    return new CredentialsClient(
        declared, gate.http(sender.from(Origin.of(integration.tenantId()))));
  }
}
