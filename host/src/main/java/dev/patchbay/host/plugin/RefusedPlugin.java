package dev.patchbay.host.plugin;

import java.util.Optional;

/**
 * A plugin that is not used, and why.
 *
 * @param manifest what it says of itself, as far as that could be read
 * @param location where it lies
 * @param reason for its admin
 */
public record RefusedPlugin(
    Optional<PluginManifest> manifest, PluginLocation location, String reason) {

  public Optional<String> id() {
    return manifest.map(PluginManifest::id);
  }
}
