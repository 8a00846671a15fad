package dev.patchbay.host.plugin;

import dev.patchbay.api.ConnectionId;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.api.setting.Settings;
import dev.patchbay.host.egress.Sender;
import java.util.List;
import java.util.Optional;

/** A plugin in use. Its own code is reached through {@link PluginCalls} only. */
public final class ReadyPlugin {

  private final FoundPlugin found;
  private final IntegrationPlugin plugin;
  private final PluginDescriptor descriptor;

  ReadyPlugin(FoundPlugin found, IntegrationPlugin plugin, PluginDescriptor descriptor) {
    this.found = found;
    this.plugin = plugin;
    this.descriptor = descriptor;
  }

  public String id() {
    return found.id();
  }

  public String version() {
    return found.manifest().version();
  }

  /** What its own tests found of the contract. */
  public ContractResult contract() {
    return found.contract();
  }

  public PluginLocation location() {
    return found.location();
  }

  public PluginDescriptor descriptor() {
    return descriptor;
  }

  /** The icon as a data URI; empty if there is none that is harmless. */
  public Optional<String> icon() {
    return SafeIcon.dataUri(descriptor.icon());
  }

  /**
   * Sends in the plugin's own name, to its declared hosts: for OAuth and everything before a
   * connection.
   */
  public Sender sender() {
    return Sender.plugin(id(), descriptor.egressHosts());
  }

  /** Sends for one connection, also to the hosts that its settings name. */
  public Sender sender(ConnectionId connection, Settings settings) {
    return sender().connection(connection.value(), hostsIn(settings));
  }

  IntegrationPlugin plugin() {
    return plugin;
  }

  PluginClassLoader loader() {
    return found.loader();
  }

  private List<String> hostsIn(Settings settings) {
    return descriptor.settings().stream()
        .filter(setting -> setting.kind() == Setting.Kind.HOST)
        .flatMap(setting -> settings.text(setting.name()).stream())
        .toList();
  }
}
