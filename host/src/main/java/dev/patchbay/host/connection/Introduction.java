package dev.patchbay.host.connection;

import dev.patchbay.api.Account;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.oauth.Discretion;
import dev.patchbay.host.oauth.Grant;
import dev.patchbay.host.plugin.ConnectionCalls;
import dev.patchbay.host.plugin.PluginCalls;
import dev.patchbay.host.plugin.Plugins;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** Asks the service whose account a fresh grant opens, before there is a connection. */
@Singleton
public class Introduction {
  private final Plugins plugins;
  private final PluginCalls calls;
  private final ConnectionContexts contexts;

  @Inject
  public Introduction(Plugins plugins, PluginCalls calls, ConnectionContexts contexts) {
    this.plugins = plugins;
    this.calls = calls;
    this.contexts = contexts;
  }

  /**
   * @param connectionId the id that the connection will have if it is new
   * @throws dev.patchbay.api.error.IntegrationException if the service does not say
   */
  public Account ask(Integration integration, String connectionId, Grant grant) {
    var plugin =
        plugins
            .find(integration.plugin())
            .orElseThrow(
                () -> new Unavailable("The plugin " + integration.plugin() + " is not installed"));
    var origin = contexts.origin(integration, "");
    var context = contexts.of(plugin, integration, connectionId, grant::toAuth, origin);
    var account = check(calls.on(plugin, context, origin.departures()), grant);
    return withScopes(account, grant.scopes(), integration.scopes());
  }

  private static Account check(ConnectionCalls calls, Grant grant) {
    try {
      return calls.read("first check", McpClient::check);
    } catch (IntegrationException e) {
      throw Discretion.about(e, grant.secrets());
    }
  }

  private static Account withScopes(Account account, Set<String> granted, Set<String> asked) {
    if (!account.scopes().isEmpty()) {
      return account;
    }
    return Account.of(account.id(), account.displayName(), granted.isEmpty() ? asked : granted);
  }
}
