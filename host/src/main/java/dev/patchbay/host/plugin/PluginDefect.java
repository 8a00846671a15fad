package dev.patchbay.host.plugin;

/**
 * A plugin did what no plugin may: threw something else than an integration exception, or did not
 * come back. The message names no detail, since it reaches callers; the log has the stack.
 */
public final class PluginDefect extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String plugin;

  private PluginDefect(String plugin, String message, Throwable cause) {
    super(message, cause);
    this.plugin = plugin;
  }

  static PluginDefect thrown(String plugin, String what, Throwable cause) {
    return new PluginDefect(
        plugin,
        "The plugin %s broke in \"%s\" (%s). This is a bug of the plugin; the server's log has more."
            .formatted(plugin, what, cause.getClass().getSimpleName()),
        cause);
  }

  static PluginDefect stuck(String plugin, String what, long seconds) {
    return new PluginDefect(
        plugin,
        "The plugin %s did not come back from \"%s\" within %d seconds. The call was abandoned."
            .formatted(plugin, what, seconds),
        null);
  }

  /** The id of the plugin at fault. */
  public String plugin() {
    return plugin;
  }
}
