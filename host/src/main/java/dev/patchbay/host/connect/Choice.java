package dev.patchbay.host.connect;

import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.plugin.ReadyPlugin;

/**
 * One of several integrations among which a person chooses.
 *
 * @param service the plugin's name
 * @param name of the integration, as the admin wrote it
 * @param icon an image as a data URI; null if the plugin has none
 */
public record Choice(String id, String service, String name, String icon) {
  static Choice of(Integration integration, ReadyPlugin plugin) {
    return new Choice(
        integration.id(),
        plugin.descriptor().name(),
        integration.name(),
        plugin.icon().orElse(null));
  }
}
