package dev.patchbay.host.sync;

import dev.patchbay.host.plugin.PluginDefect;

/** A source threw what no source may throw: a bug of the plugin, not a failure of the service. */
class SourceDefect extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SourceDefect(Throwable cause) {
    super(
        cause instanceof PluginDefect ? cause.getMessage() : "The plugin has a defect: " + cause,
        cause);
  }
}
