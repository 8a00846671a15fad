package dev.patchbay.host.oauth;

import dev.patchbay.api.auth.AfterToken;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.egress.EgressGate;
import dev.patchbay.host.egress.HostMap;
import dev.patchbay.host.egress.Origin;
import dev.patchbay.host.egress.Sender;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.integration.IntegrationSecrets;
import dev.patchbay.host.integration.PublicAddress;
import dev.patchbay.host.plugin.PluginCalls;
import dev.patchbay.host.plugin.Plugins;
import dev.patchbay.host.plugin.ReadyPlugin;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/**
 * Makes an OAuth client of an integration, out of what its plugin declares and its admin entered.
 */
@Singleton
public class OAuthClients {
  private final Plugins plugins;
  private final PluginCalls calls;
  private final IntegrationSecrets secrets;
  private final PublicAddress address;
  private final EgressGate gate;
  private final HostMap hostMap;
  private final Clock clock;

  @Inject
  public OAuthClients(
      Plugins plugins,
      PluginCalls calls,
      IntegrationSecrets secrets,
      PublicAddress address,
      EgressGate gate,
      HostMap hostMap,
      Clock clock) {
    this.plugins = plugins;
    this.calls = calls;
    this.secrets = secrets;
    this.address = address;
    this.gate = gate;
    this.hostMap = hostMap;
    this.clock = clock;
  }

  /** The client of an integration. */
  public OAuthClient of(Integration integration) {
    return of(integration.plugin(), identity(integration), integration.tenantId());
  }

  /** What the integration's plugin declares. */
  public OAuth2 declared(Integration integration) {
    return declared(integration.plugin());
  }

  /** Makes a grant of a token answer, after the step that the plugin may want in between. */
  public Grant grant(Integration integration, Map<String, Object> answer) {
    var plugin = ready(integration.plugin());
    var complete =
        declared(integration)
            .afterToken()
            .map(
                step ->
                    calls.ask(
                        plugin,
                        "after token",
                        itself ->
                            complete(
                                step,
                                answer,
                                sender(integration.plugin(), integration.tenantId()))))
            .orElse(answer);
    return Grant.of(complete, clock.instant());
  }

  /**
   * @param tenantId for whom, so that the log can tell
   */
  OAuthClient of(String plugin, ClientIdentity identity, String tenantId) {
    var declared = declared(plugin);
    var browserAddress = hostMap.publicAddress(declared.authorizeUrl());
    return new OAuthClient(declared, browserAddress, identity, gate.http(sender(plugin, tenantId)));
  }

  ClientIdentity identity(Integration integration) {
    return new ClientIdentity(
        integration.clientId().orElseThrow(),
        secrets.clientSecret(integration),
        address.redirectUri());
  }

  private OAuth2 declared(String plugin) {
    if (ready(plugin).descriptor().authorization() instanceof OAuth2 oauth) {
      return oauth;
    }
    throw new IllegalStateException("The plugin " + plugin + " is not connected with OAuth 2.0");
  }

  private Map<String, Object> complete(AfterToken step, Map<String, Object> answer, Sender sender) {
    return step.complete(answer, gate.http(sender));
  }

  private Sender sender(String plugin, String tenantId) {
    return ready(plugin).sender().from(Origin.of(tenantId));
  }

  private ReadyPlugin ready(String plugin) {
    return plugins
        .find(plugin)
        .orElseThrow(() -> new Unavailable("The plugin " + plugin + " is not in use any more"));
  }
}
