package dev.patchbay.host.oauth;

import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.egress.EgressGate;
import dev.patchbay.host.egress.HostMap;
import dev.patchbay.host.egress.Origin;
import dev.patchbay.host.egress.Sender;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.integration.IntegrationSecrets;
import dev.patchbay.host.integration.PublicAddress;
import dev.patchbay.host.openid.Discovery;
import dev.patchbay.host.plugin.Plugins;
import dev.patchbay.host.plugin.ReadyPlugin;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes an OAuth client of an integration, out of what its plugin declares and its admin entered.
 */
@Singleton
public class OAuthClients {
  private final Plugins plugins;
  private final IntegrationSecrets secrets;
  private final PublicAddress address;
  private final EgressGate gate;
  private final HostMap hostMap;
  private final Discovery discovery;

  @Inject
  public OAuthClients(
      Plugins plugins,
      IntegrationSecrets secrets,
      PublicAddress address,
      EgressGate gate,
      HostMap hostMap,
      Discovery discovery) {
    this.plugins = plugins;
    this.secrets = secrets;
    this.address = address;
    this.gate = gate;
    this.hostMap = hostMap;
    this.discovery = discovery;
  }

  /** The client of an integration. */
  public OAuthClient of(Integration integration) {
    return of(integration.plugin(), identity(integration), integration.tenantId());
  }

  /**
   * @param tenantId for whom, so that the log can tell
   */
  OAuthClient of(String pluginId, ClientIdentity identity, String tenantId) {
    var plugin = plugin(pluginId);
    var declared = declared(plugin);
    var sender = plugin.sender().from(Origin.of(tenantId));
    return of(declared, identity, sender);
  }

  /**
   * The client of a service that no plugin declares.
   *
   * @param sender in whose name, and so to which hosts
   */
  public OAuthClient of(OAuth2 declared, ClientIdentity identity, Sender sender) {
    var endpoints = endpoints(declared, identity.places(), sender);
    var browserAddress = hostMap.publicAddress(endpoints.authorize());
    return new OAuthClient(declared, endpoints, browserAddress, identity, gate.http(sender));
  }

  /** The client that an integration would be with another identity. */
  OAuthClient of(Integration integration, String clientId, Secret clientSecret) {
    return of(
        integration.plugin(),
        identity(integration, clientId, clientSecret),
        integration.tenantId());
  }

  ClientIdentity identity(Integration integration) {
    return identity(
        integration, integration.clientId().orElseThrow(), secrets.clientSecret(integration));
  }

  private ClientIdentity identity(Integration integration, String clientId, Secret clientSecret) {
    return new ClientIdentity(clientId, clientSecret, address.redirectUri(), places(integration));
  }

  OAuth2 declared(ReadyPlugin plugin) {
    if (plugin.descriptor().authorization() instanceof OAuth2 oauth) {
      return oauth;
    }
    throw new IllegalStateException(
        "The plugin " + plugin.id() + " is not connected with OAuth 2.0");
  }

  ReadyPlugin plugin(String id) {
    return plugins
        .find(id)
        .orElseThrow(() -> new Unavailable("The plugin " + id + " is not in use any more"));
  }

  private Endpoints endpoints(OAuth2 declared, Map<String, String> places, Sender sender) {
    if (declared.openId()) {
      var issuer = AddressTemplate.fill(declared.issuer().orElseThrow(), places);
      return Endpoints.of(discovery.of(issuer, sender));
    }
    return Endpoints.of(declared, text -> AddressTemplate.fill(text, places));
  }

  private static Map<String, String> places(Integration integration) {
    var places = new TreeMap<String, String>();
    integration.settings().forEach((name, value) -> places.put(name, value.toString()));
    return places;
  }
}
