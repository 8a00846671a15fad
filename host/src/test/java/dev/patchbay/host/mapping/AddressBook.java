package dev.patchbay.host.mapping;

import dev.patchbay.api.Account;
import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.host.fixture.AuthorizationServer;
import java.util.List;
import java.util.Set;

/** A service that keeps contacts, with a custom field of its own. */
final class AddressBook implements IntegrationPlugin {

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.builder("Address book", AuthorizationServer.declared().build())
        .egressHosts(AuthorizationServer.HOST, AuthorizationServer.API_HOST)
        .types(
            TypeDescriptor.writable(
                "contact",
                "Contacts",
                List.of("name", "emails", "addresses", "language", "acme.example:budget")),
            TypeDescriptor.readOnly("event", "Events"))
        .build();
  }

  @Override
  public McpClient open(ConnectionContext context) {
    return () -> Account.of("ada", "Ada", Set.of());
  }
}
